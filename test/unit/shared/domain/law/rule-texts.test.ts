import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { en } from '../../../../../renderer/i18n/en.ts'
import { vi as vietnamese } from '../../../../../renderer/i18n/vi.ts'
import { rules, type RuleId } from '../../../../../shared/domain/law/rules.ts'

const root = join(import.meta.dirname, '../../../../..')
const files = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', 'shared', 'renderer', 'electron', 'backbone'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && path !== 'shared/domain/law/rules.ts')
  .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const)
const decided = files.filter(([path]) => path.startsWith('shared/'))
const code = files.map(([, text]) => text).join('\n')
const ids = Object.keys(rules) as RuleId[]

it('has no rule that nothing refuses by', () => {
  expect(
    ids.filter((id) => !code.includes(`'${id}'`)),
    'use it where the act is decided, or remove it',
  ).toEqual([])
})

it.each([
  ['vi', vietnamese.law],
  ['en', en.law],
] as const)('says every rule with words and remedy, and where it is written, in %s', (_, law) => {
  const texts = law as unknown as Record<string, { words?: string; remedy?: string } | undefined>
  const silent = ids.filter((id) => !texts[id]?.words || !texts[id].remedy)
  expect(silent, 'add law.<id>.words and .remedy (docs/law.md)').toEqual([])
  expect(ids.filter((id) => (rules[id].source === '') !== (rules[id].article === ''))).toEqual([])
  const named = new Set(ids.map((id) => rules[id].source).filter((source) => source !== ''))
  expect([...named].filter((source) => !Object.hasOwn(law.sources, source))).toEqual([])
})

it('has no text of a rule that is gone', () => {
  const texts = Object.entries(vietnamese.law as unknown as Record<string, object | string>)
  const ofRules = texts.filter(([, text]) => typeof text === 'object' && 'remedy' in text)
  expect(ofRules.map(([id]) => id).filter((id) => !Object.hasOwn(rules, id))).toEqual([])
})

it('builds refusals from rule ids alone: a text in place of one does not compile, and none is cast', () => {
  expect(decided.filter(([, text]) => /as RuleId|refuse\(\s*`/.test(text)).map(([path]) => path)).toEqual([])
})
