import { createContext, useContext, useEffect, useLayoutEffect, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import type { CommandRegistry } from './command-registry.ts'
import type { Command } from './command.ts'
import { createShortcutHandler } from './shortcuts.ts'

const RegistryContext = createContext<CommandRegistry | null>(null)

export interface CommandProviderProps {
  readonly registry: CommandRegistry
  /** Says why, as a toast or in the palette. */
  readonly onRefused: (command: Command, rule: string) => void
  readonly children: ReactNode
}

/** Listens to the keyboard for all commands registered below it. */
export function CommandProvider({ registry, onRefused, children }: CommandProviderProps) {
  useEffect(() => {
    const onKeyDown = createShortcutHandler({ registry, onRefused, now: () => performance.now() })
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [registry, onRefused])
  return <RegistryContext value={registry}>{children}</RegistryContext>
}

export function useCommandRegistry(): CommandRegistry {
  const registry = useContext(RegistryContext)
  if (registry === null) throw new Error('CommandProvider is missing above this part')
  return registry
}

/** Offers commands while the calling part is on screen. Pass a memoised list; its functions may close over fresh state. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useCommandRegistry()
  // Before the paint: a key must do what its button shows.
  useLayoutEffect(() => registry.register(commands), [registry, commands])
}

/** All commands that can be run here, as they change. */
export function useCommandList(): readonly Command[] {
  const registry = useCommandRegistry()
  return useSyncExternalStore(registry.subscribe, registry.list)
}
