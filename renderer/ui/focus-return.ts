import { useEffect, useState, type RefCallback } from 'react'

/** What had the keys before a dialog opened, by the dialog. */
const openers = new WeakMap<Element, Element>()

/**
 * Gives the keys back, once this is closed, to what had them before it opened; where that was a dialog that is gone by now, to what had them before that one, and where nothing of it is left, to the screen. Whoever was given them meanwhile keeps them.
 * The ref is for the dialog's element.
 */
export function useFocusReturn(): RefCallback<HTMLElement> {
  const [from] = useState(() => document.activeElement)
  const [remember] = useState(() => (dialog: HTMLElement | null) => {
    if (dialog !== null && from !== null) openers.set(dialog, from)
  })
  useEffect(() => () => giveBack(from), [from])
  return remember
}

function giveBack(from: Element | null): void {
  let to: Element | null | undefined = from
  while (to instanceof HTMLElement && document.activeElement === document.body) {
    if (to !== document.body) to.focus()
    const gone: Element | null = to.closest('[role="dialog"]')
    to = gone === null ? null : openers.get(gone)
  }
  for (const place of ['main [role="grid"]', 'main'])
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>(place)?.focus({ preventScroll: true })
}
