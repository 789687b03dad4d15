import { createContext, useContext, useEffect, useLayoutEffect, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import type { CommandRegistry } from './command-registry.ts'
import type { Command } from './command.ts'
import { createKeyPatience } from './key-patience.ts'
import { createShortcutHandler } from './shortcuts.ts'

const RegistryContext = createContext<CommandRegistry | null>(null)

export interface CommandProviderProps {
  readonly registry: CommandRegistry
  /** Says why, as a toast or in the palette. */
  readonly onRefused: (command: Command, rule: string) => void
  /** Whether what was chosen is still being read: keys wait for it. */
  readonly reading: Reading
  readonly children: ReactNode
}

/** Whether anything on screen still waits for its first answer. */
export interface Reading {
  readonly isReading: () => boolean
  /** Calls when nothing is waited for any more; the returned function ends it. */
  readonly subscribe: (listener: () => void) => () => void
}

/** Listens to the keyboard for all commands registered below it. */
export function CommandProvider({ registry, onRefused, reading, children }: CommandProviderProps) {
  useEffect(() => listenForCommands({ registry, onRefused, reading }), [registry, onRefused, reading])
  return <RegistryContext value={registry}>{children}</RegistryContext>
}

function listenForCommands({ registry, onRefused, reading }: Omit<CommandProviderProps, 'children'>) {
  const now = () => performance.now()
  const patience = createKeyPatience({
    isReading: reading.isReading,
    now,
    later: (work) => void setTimeout(work, 0),
  })
  const onRun = ({ group }: Command) => (group === 'selection' ? patience.acted() : patience.chose())
  const onKeyDown = createShortcutHandler({ registry, onRefused, onRun, now })
  const ends = [
    reading.subscribe(patience.onRead),
    listen('keydown', patience.onKeyDown, true),
    listen('pointerdown', patience.onPointerDown, true),
    listen('keydown', onKeyDown),
  ]
  return () => ends.forEach((end) => end())
}

function listen<K extends keyof WindowEventMap>(
  type: K,
  listener: (event: WindowEventMap[K]) => void,
  isCapturing = false,
): () => void {
  window.addEventListener(type, listener, isCapturing)
  return () => window.removeEventListener(type, listener, isCapturing)
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
