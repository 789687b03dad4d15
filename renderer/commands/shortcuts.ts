import type { CommandRegistry } from './command-registry.ts'
import type { Command } from './command.ts'
import { actsItself, isInMenu, takesText } from './key-targets.ts'
import { isTyping, pressOf } from './shortcut.ts'
import type { Press } from './shortcut.ts'

/** How long the second key of `G x` is waited for. */
const SEQUENCE_MS = 1500

export interface ShortcutOptions {
  readonly registry: CommandRegistry
  /** Called instead of `run` when the command may not be run now. */
  readonly onRefused: (command: Command, rule: string) => void
  readonly onRun?: (command: Command) => void
  /** Milliseconds since any fixed moment. */
  readonly now: () => number
}

/** What Chromium reports for keys an input method takes, on Windows and on Linux. */
const INPUT_METHOD_KEYS = new Set(['Process', 'Unidentified'])

/**
 * Runs commands by physical key, so that Telex and VNI never change a shortcut, and stays silent while a syllable is being composed
 * (`isComposing`, and the keys of input methods that do not say so) and, for plain letters, in text fields.
 */
export function createShortcutHandler({
  registry,
  onRefused,
  onRun,
  now,
}: ShortcutOptions): (event: KeyboardEvent) => void {
  let pending: { readonly press: Press; readonly at: number } | null = null

  return (event) => {
    if (event.defaultPrevented || event.isComposing || INPUT_METHOD_KEYS.has(event.key)) return
    const press = pressOf(event)
    if (press === undefined) return
    if (isTyping(press) && (takesText(event.target) || isInMenu(event.target))) {
      pending = null
      return
    }
    const first = pending !== null && now() - pending.at <= SEQUENCE_MS ? pending.press : undefined
    pending = null
    const command =
      (first === undefined ? undefined : registry.byShortcut(`${first} ${press}`)) ??
      registry.byShortcut(press)
    if (command === undefined || (first === undefined && registry.isPrefix(press))) {
      if (registry.isPrefix(press) && !event.repeat) {
        pending = { press, at: now() }
        event.preventDefault()
      }
      return
    }
    if (actsItself(event.target, press)) return
    event.preventDefault()
    if (event.repeat) return
    const enabled = command.isEnabled()
    if (enabled !== true) {
      onRefused(command, enabled.rule)
      return
    }
    onRun?.(command)
    void command.run()
  }
}
