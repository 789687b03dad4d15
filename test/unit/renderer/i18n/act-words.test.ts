import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aggregateKinds } from '../../../../shared/log/command.ts'
import { vi } from '../../../../renderer/i18n/vi.ts'

const root = path.resolve(import.meta.dirname, '../../../..')

/** Every command type that a decider's table of payloads names: `'letter.accept': z.strictObject(`. */
function commandTypes(): readonly string[] {
  const kinds = aggregateKinds.join('|')
  const entry = new RegExp(`'((?:${kinds})\\.[a-zA-Z]+)': `, 'gu')
  return globSync('shared/domain/**/*.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(entry)].map((found) => found[1] ?? ''),
  )
}

describe('words of acts', () => {
  it('there are some for every act', () => {
    const types = commandTypes()
    expect(types.length).toBeGreaterThan(30)
    expect(types.filter((type) => !Object.hasOwn(vi.acts, type.replace('.', '-')))).toEqual([])
  })
})
