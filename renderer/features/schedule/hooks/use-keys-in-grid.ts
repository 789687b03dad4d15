import { useEffect, useRef, type RefObject } from 'react'

/** The keys go to the one tab stop of a calendar (`data-stop`) when it is shown, unless somebody works in the screen already, and stay in it when the cell, entry or week that had them is drawn anew or gone. */
export function useKeysInGrid<E extends HTMLElement>(): RefObject<E | null> {
  const root = useRef<E>(null)
  useEffect(() => {
    if (document.activeElement?.closest('main, [role="dialog"]') === null) takeKeys(root.current)
  }, [])
  useEffect(() => {
    const now = document.activeElement
    if (now === document.body || now?.tagName === 'MAIN') takeKeys(root.current)
  })
  return root
}

function takeKeys(grid: HTMLElement | null): void {
  grid?.querySelector<HTMLElement>('[data-stop][tabindex="0"]')?.focus()
}
