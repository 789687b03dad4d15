import type { ListMove } from './list-entries.ts'

export type ListAct =
  | { readonly kind: 'move'; readonly move: ListMove; readonly extend: boolean }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'open' }
  | { readonly kind: 'selectAll' }
  | { readonly kind: 'clear' }

interface KeyPress {
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

const MOVES: Record<string, ListMove> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
}

/** What a key means in a list, by its place on the keyboard: arrows, J / Shift J, Space, Enter, Ctrl A, Esc. */
export function listActOf(press: KeyPress): ListAct | undefined {
  if (press.altKey) return undefined
  if (press.ctrlKey || press.metaKey) return press.code === 'KeyA' ? { kind: 'selectAll' } : undefined
  const move = MOVES[press.code]
  if (move !== undefined) return { kind: 'move', move, extend: press.shiftKey }
  switch (press.code) {
    case 'KeyJ':
      return { kind: 'move', move: press.shiftKey ? 'previous' : 'next', extend: false }
    case 'Space':
      return { kind: 'toggle' }
    case 'Enter':
    case 'NumpadEnter':
      return { kind: 'open' }
    case 'Escape':
      return { kind: 'clear' }
    default:
      return undefined
  }
}
