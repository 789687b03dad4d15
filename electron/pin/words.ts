import type { Language } from '#shared/ipc/app.ipc.ts'
import en from './locales/en.json' with { type: 'json' }
import vi from './locales/vi.json' with { type: 'json' }

export type Words = typeof vi

/** Both languages have the same texts: a missing one does not compile. */
const byLanguage = { vi, en } as const satisfies Record<Language, Words>

export function wordsOf(language: Language): Words {
  return byLanguage[language]
}

/** Fills `{name}` in a text; a figure is written the way the language writes it. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The text for one thing or for several. */
export function counted(text: { readonly one: string; readonly many: string }, count: number): string {
  return count === 1 ? text.one : fill(text.many, { count })
}

/** `12/03/2028` of an instant, in the time zone of the machine. */
export function dateText(instant: string): string {
  const date = new Date(instant)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`
}
