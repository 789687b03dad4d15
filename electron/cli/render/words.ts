import { en, vi } from 'zod/locales'
import { CommandError } from '../command.ts'
import type { SpecProblem } from './render-spec.ts'
import words from './words.json' with { type: 'json' }

export type CliLocale = 'vi' | 'en'
type Words = (typeof words)['en']
type SentenceId = { [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words]

/** What is wrong with an entry, in words. */
export const entryWords = { vi: vi().localeError, en: en().localeError }

/** What assistive technology reads of the fields: the language of the document, which is Vietnamese. */
export const fieldLabels = words.vi.fields

/** The language of the terminal: Vietnamese if it says so, else English. */
export function localeOf(env: NodeJS.ProcessEnv): CliLocale {
  return (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').startsWith('vi') ? 'vi' : 'en'
}

/** Why `render` failed, in words of the locale. The code is `render.` and the id of the sentence. */
export type Fail = (id: SentenceId, values?: Readonly<Record<string, string | number>>) => CommandError

export function failIn(locale: CliLocale): Fail {
  return (id, values = {}) => new CommandError(codeOf(id), filled(words[locale][id], values))
}

/** Every wrong place of a specification, each with what is wrong and what to do. */
export function specError(locale: CliLocale, problems: readonly SpecProblem[]): CommandError {
  const say = words[locale]
  const told = problems.map(({ path, isUnknownEntry, message }) => {
    const entry = path.split(/[.[]/)[0] ?? ''
    const remedies: Readonly<Record<string, string>> = say.remedy
    return {
      path,
      problem: isUnknownEntry ? say.unknownKey : message,
      remedy: remedies[entry] ?? filled(say.remedyUnknown, { keys: Object.keys(say.remedy).join(', ') }),
    }
  })
  const lines = told.map(({ path, problem, remedy }) => `${path}: ${problem} → ${remedy}`)
  return new CommandError(
    codeOf('specInvalid'),
    [filled(say.specInvalid, { count: problems.length }), ...lines].join('\n'),
    { details: { problems: told } },
  )
}

const codeOf = (id: string): string =>
  `render.${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
