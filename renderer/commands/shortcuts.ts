import type { CommandRegistry } from './command-registry.ts'
import type { Command } from './command.ts'
import { isTyping, pressOf } from './shortcut.ts'
import type { Press } from './shortcut.ts'

/** How long the second key of `G x` is waited for. */
const SEQUENCE_MS = 1500

export interface ShortcutOptions {
  readonly registry: CommandRegistry
  /** Called instead of `run` when the command may not be run now. */
  readonly onRefused: (command: Command, rule: string) => void
  /** Milliseconds since any fixed moment. */
  readonly now: () => number
}

/** Field types that take no letters. */
const LETTERLESS = new Set([
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'range',
  'color',
  'file',
  'image',
])

/** True in fields and editors: letters belong to the text there. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !LETTERLESS.has(target.type)
  return (
    target.isContentEditable ||
    target.closest('textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"]') !==
      null
  )
}

/** What Chromium reports for keys an input method takes, on Windows and on Linux. */
const INPUT_METHOD_KEYS = new Set(['Process', 'Unidentified'])

/** True where an open menu or list of choices has the keys. */
const isInMenu = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role="menu"], [role="listbox"]') !== null

/** Keys that belong to the focused button or link itself. */
function actsItself(target: EventTarget | null, press: Press): boolean {
  if (press !== 'Enter' && press !== 'Space') return false
  return (
    target instanceof HTMLElement &&
    target.closest('button, a[href], summary, input, [role="menuitem"], [role="option"]') !== null
  )
}

/**
 * Runs commands by physical key, so that Telex and VNI never change a shortcut, and stays silent while a syllable is being composed
 * (`isComposing`, and the keys of input methods that do not say so) and, for plain letters, in text fields.
 */
export function createShortcutHandler({
  registry,
  onRefused,
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
    if (enabled === true) void command.run()
    else onRefused(command, enabled.rule)
  }
}
