import type { Press } from './shortcut.ts'

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

/** True where an open menu or list of choices has the keys. */
export const isInMenu = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role="menu"], [role="listbox"]') !== null

/** Keys that belong to the focused button or link itself. */
export function actsItself(target: EventTarget | null, press: Press): boolean {
  if (press !== 'Enter' && press !== 'Space') return false
  return (
    target instanceof HTMLElement &&
    target.closest('button, a[href], summary, input, [role="menuitem"], [role="option"]') !== null
  )
}
