import { useEffect, useRef, type RefObject } from 'react'

/**
 * Gives the keys to the first address that is still to be made, once the node answered and unless somebody took them elsewhere meanwhile: Enter makes it.
 * An address that is there does not get them, since to make it anew ends what other programs read.
 */
export function useFirstAddress(isReady: boolean): RefObject<HTMLDivElement | null> {
  const rows = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const isUntouched = document.activeElement?.matches('[data-keys-rest]') === true
    if (isReady && isUntouched) rows.current?.querySelector<HTMLElement>('[data-unmade]')?.focus()
  }, [isReady])
  return rows
}
