import { describe, expect, it } from 'vitest'
import { isTyping, keysOf, pressOf } from '../../../../renderer/commands/shortcut.ts'

const press = (
  code: string,
  modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => pressOf({ code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers })

describe('a press', () => {
  it('is named by the place of the key and its modifiers', () => {
    expect(press('KeyR')).toBe('KeyR')
    expect(press('KeyR', { shiftKey: true })).toBe('Shift+KeyR')
    expect(press('Enter', { ctrlKey: true })).toBe('Control+Enter')
    expect(press('KeyK', { metaKey: true })).toBe('Control+KeyK')
    expect(press('Numpad3')).toBe('Digit3')
    expect(press('NumpadEnter')).toBe('Enter')
  })

  it('is none for a modifier alone or a key without a place', () => {
    expect(press('ShiftLeft', { shiftKey: true })).toBeUndefined()
    expect(press('')).toBeUndefined()
  })

  it('counts as typing unless Control, Alt or a function key is in it', () => {
    expect(isTyping('KeyR')).toBe(true)
    expect(isTyping('Shift+KeyR')).toBe(true)
    expect(isTyping('Digit1')).toBe(true)
    expect(isTyping('Enter')).toBe(true)
    expect(isTyping('Control+Enter')).toBe(false)
    expect(isTyping('Alt+ArrowLeft')).toBe(false)
    expect(isTyping('F8')).toBe(false)
  })
})

describe('keys as written', () => {
  it.each([
    ['KeyR', 'R'],
    ['Shift+KeyR', 'Shift R'],
    ['Control+Enter', 'Ctrl Enter'],
    ['KeyG KeyI', 'G I'],
    ['Shift+Slash', '?'],
    ['Alt+ArrowLeft', 'Alt ←'],
    ['Digit1', '1'],
    ['F7', 'F7'],
    ['Delete', 'Del'],
  ])('%s → %s', (shortcut, keys) => {
    expect(keysOf(shortcut)).toBe(keys)
  })
})
