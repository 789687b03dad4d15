import { useEffect } from 'react'
import type { Verb } from '../ui/verb-bar.tsx'

/** Runs the verb whose printed key is pressed: by physical key, never while composing or in a field that takes text. */
export function useVerbKeys(verbs: readonly Verb[]): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || takesText(event.target)) return
      const verb = verbs.find(
        (one) => one.reason === undefined && one.keys !== undefined && matches(event, one.keys),
      )
      if (verb === undefined) return
      event.preventDefault()
      verb.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [verbs])
}

/** `R`, `Shift R`, `Ctrl Enter`, `Enter`: modifiers must fit exactly. */
export function matches(
  event: Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  keys: string,
): boolean {
  const parts = keys.split(' ')
  const key = parts.at(-1) ?? ''
  const code = /^[A-Z]$/.test(key) ? `Key${key}` : /^[0-9]$/.test(key) ? `Digit${key}` : key
  return (
    (event.code === code || (code === 'Enter' && event.code === 'NumpadEnter')) &&
    event.shiftKey === parts.includes('Shift') &&
    (event.ctrlKey || event.metaKey) === parts.includes('Ctrl') &&
    event.altKey === parts.includes('Alt')
  )
}

/** True for fields in which letters are text. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')
  )
}
