import { describe, expect, it } from 'vitest'
import { createCommandRegistry } from '../../../../renderer/commands/command-registry.ts'
import type { Command } from '../../../../renderer/commands/command.ts'
import { findEntries } from '../../../../renderer/commands/palette-search.ts'
import { verbsOf } from '../../../../renderer/commands/verbs-of.ts'

const command = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  title: 'verbs.register',
  group: 'commands',
  isEnabled: () => true,
  run: () => undefined,
  ...more,
})

describe('command registry', () => {
  it('lists what is registered, latest first, and tells of changes', () => {
    const registry = createCommandRegistry()
    let changes = 0
    const end = registry.subscribe(() => (changes += 1))
    const leave = registry.register([command('a')])
    registry.register([command('b')])
    expect(registry.list().map(({ id }) => id)).toEqual(['b', 'a'])
    leave()
    expect(registry.list().map(({ id }) => id)).toEqual(['b'])
    end()
    registry.register([command('c')])
    expect(changes).toBe(3)
  })

  it('gives the same list until something changes', () => {
    const registry = createCommandRegistry()
    registry.register([command('a')])
    expect(registry.list()).toBe(registry.list())
  })

  it('refuses two commands of one id together', () => {
    expect(() => createCommandRegistry().register([command('a'), command('a')])).toThrow('share an id')
  })
})

describe('verbs', () => {
  it('carry key and reason of their commands', () => {
    const commands = [
      command('register', { shortcut: 'KeyR' }),
      command('present', { isEnabled: () => ({ rule: 'register-before-present' }) }),
    ]
    const verbs = verbsOf(
      commands,
      (key) => key,
      (rule) => ({ words: `words of ${rule}`, remedy: '', citation: null }),
    )
    expect(verbs.map(({ keys, why }) => ({ keys, why: why?.words }))).toEqual([
      { keys: 'R', why: undefined },
      { keys: undefined, why: 'words of register-before-present' },
    ])
  })
})

describe('palette', () => {
  const entries = [
    { id: 'place', title: 'Văn bản đến', group: 'places' },
    { id: 'document', title: '1286/UBND-NC', group: 'documents' },
    { id: 'register', title: 'Vào sổ', group: 'selection' },
    { id: 'both', title: 'Vào sổ và trình', group: 'selection' },
    { id: 'books', title: 'Mở sổ đăng ký', group: 'selection' },
  ] as const

  it('finds without accents, verbs of the selection first', () => {
    expect(findEntries(entries, 'v').map(({ id }) => id)).toEqual(['register', 'both', 'place'])
    expect(findEntries(entries, 'SO').map(({ id }) => id)).toEqual(['register', 'both', 'books'])
    expect(findEntries(entries, 'den van').map(({ id }) => id)).toEqual(['place'])
    expect(findEntries(entries, '1286').map(({ id }) => id)).toEqual(['document'])
  })

  it('shows everything by group before anything is typed', () => {
    expect(findEntries(entries, ' ').map(({ group }) => group)).toEqual([
      'selection',
      'selection',
      'selection',
      'documents',
      'places',
    ])
  })
})
