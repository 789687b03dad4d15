import type { Command } from './command.ts'
import { pressesOf } from './shortcut.ts'
import type { Press, Shortcut } from './shortcut.ts'

/** The commands that can be run where the user is. The last one to register a shortcut holds it until it leaves. */
export interface CommandRegistry {
  /** Adds commands of a screen or part; the returned function takes them away again. */
  readonly register: (commands: readonly Command[]) => () => void
  /** All of them, latest registration first. */
  readonly list: () => readonly Command[]
  /** The command of a whole shortcut. */
  readonly byShortcut: (shortcut: Shortcut) => Command | undefined
  /** True when a longer shortcut begins with this press. */
  readonly isPrefix: (press: Press) => boolean
  /** Tells of every change; the returned function ends it. */
  readonly subscribe: (listener: () => void) => () => void
}

export function createCommandRegistry(): CommandRegistry {
  let registrations: readonly (readonly Command[])[] = []
  let listed: readonly Command[] = []
  const listeners = new Set<() => void>()

  const replace = (next: readonly (readonly Command[])[]) => {
    registrations = next
    listed = registrations.toReversed().flat()
    listeners.forEach((listener) => listener())
  }

  return {
    register(commands) {
      const ids = new Set(commands.map((command) => command.id))
      if (ids.size !== commands.length) throw new Error('two commands of one registration share an id')
      replace([...registrations, commands])
      return () => replace(registrations.filter((one) => one !== commands))
    },
    list: () => listed,
    byShortcut: (shortcut) =>
      listed.find((command) => command.shortcut === shortcut || command.also?.includes(shortcut) === true),
    isPrefix: (press) =>
      listed.some((command) => {
        const presses = command.shortcut === undefined ? [] : pressesOf(command.shortcut)
        return presses.length > 1 && presses[0] === press
      }),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
