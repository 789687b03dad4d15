/** A press by physical key: `KeyR`, `Shift+KeyR`, `Control+Enter`, `F7`, `Digit1`. Modifiers in the order Control, Alt, Shift. */
export type Press = string

/** A press, or two one after the other: `KeyG KeyI`. */
export type Shortcut = string

interface KeyPress {
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const MODIFIERS = new Set([
  'ControlLeft',
  'ControlRight',
  'ShiftLeft',
  'ShiftRight',
  'AltLeft',
  'AltRight',
  'MetaLeft',
  'MetaRight',
])

/** The press of an event, or undefined for a modifier alone. */
export function pressOf(event: KeyPress): Press | undefined {
  if (event.code === '' || MODIFIERS.has(event.code)) return undefined
  const code = event.code === 'NumpadEnter' ? 'Enter' : event.code.replace(/^Numpad(\d)$/, 'Digit$1')
  return [
    ...(event.ctrlKey || event.metaKey ? ['Control'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey ? ['Shift'] : []),
    code,
  ].join('+')
}

/** The presses of a shortcut, in order. */
export function pressesOf(shortcut: Shortcut): readonly Press[] {
  return shortcut.split(' ')
}

/** True for presses that text fields need themselves: everything without Control or Alt but the function keys, and the editing keys. */
export function isTyping(press: Press): boolean {
  return (
    !/^(Control|Alt)\+|^(Shift\+)?F\d{1,2}$/.test(press) || /^Control\+(Shift\+)?Key[ACVXYZ]$/.test(press)
  )
}

const NAMES: Record<string, string> = {
  Control: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  Slash: '/',
  Backquote: '`',
}

/** As written on the keys: `R`, `Ctrl Enter`, `G I`, `?`. */
export function keysOf(shortcut: Shortcut): string {
  return pressesOf(shortcut)
    .map((press) => {
      if (press === 'Shift+Slash') return '?'
      return press
        .split('+')
        .map((part) => NAMES[part] ?? part.replace(/^(Key|Digit)/, ''))
        .join(' ')
    })
    .join(' ')
}
