import { tabbable } from 'tabbable'

/**
 * Keeps the keys in what lies over the page, as the ref of an element that can take them (`tabIndex={-1}`).
 * What asks for them (`autoFocus`, `data-autofocus`) has them when it opens, otherwise its first field, and where nothing is to be filled in what waits for them (`data-awaits-keys`: the act that it asks about, or Cancel where that is final); never later, since by then somebody may be writing elsewhere in it. `Tab` goes around inside.
 * When what has them goes, they go to what takes its place; when it can do nothing for now, they wait at the scope until it can again.
 */
export function focusScope(scope: HTMLElement | null): (() => void) | undefined {
  if (scope === null) return undefined
  if (!scope.contains(document.activeElement)) take(firstOf(scope))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') goAround(scope, event)
  }
  scope.addEventListener('keydown', onKeyDown)
  const stopKeeping = keepKeys(scope)
  return () => {
    scope.removeEventListener('keydown', onKeyDown)
    stopKeeping()
  }
}

/** No key falls through to the page behind, where it would do something unseen. */
function keepKeys(scope: HTMLElement): () => void {
  let last: HTMLElement | null = null
  let at = 0
  let isWaiting = false
  const remember = (): void => {
    const now = document.activeElement
    isWaiting &&= now === scope
    if (!(now instanceof HTMLElement) || now === scope || !scope.contains(now)) return
    last = now
    at = tabbable(scope).indexOf(now)
  }
  const keep = (): void => {
    const now = document.activeElement
    const isLost = now === document.body || (now !== null && now === last && isOff(now))
    if (!isLost && !isWaiting) return
    isWaiting = last !== null && scope.contains(last) && isOff(last)
    if (isWaiting) take(scope)
    else if (last !== null && scope.contains(last)) take(last)
    else take(tabbable(scope).at(Math.max(at, 0)) ?? tabbable(scope).at(-1) ?? scope)
  }
  const watch = new MutationObserver(keep)
  remember()
  scope.addEventListener('focusin', remember)
  watch.observe(scope, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  return () => {
    watch.disconnect()
    scope.removeEventListener('focusin', remember)
  }
}

const isOff = (element: Element): boolean => element.matches(':disabled')

function firstOf(scope: HTMLElement): HTMLElement | SVGElement {
  const inside = tabbable(scope)
  const first = (selector: string) => inside.find((element) => element.matches(selector))
  return (
    scope.querySelector<HTMLElement>('[data-autofocus]') ??
    first(FIELD) ??
    first('[data-awaits-keys]') ??
    inside[0] ??
    scope
  )
}

const FIELD = 'input, textarea, select, [contenteditable="true"]'

function take(element: HTMLElement | SVGElement): void {
  element.focus({ preventScroll: true })
}

function goAround(scope: HTMLElement, event: KeyboardEvent): void {
  const inside = tabbable(scope)
  const [edge, next] = event.shiftKey ? [inside[0], inside.at(-1)] : [inside.at(-1), inside[0]]
  const isAtEdge = [edge, scope].some((element) => element === document.activeElement)
  if (next !== undefined && !isAtEdge) return
  event.preventDefault()
  if (next !== undefined) take(next)
}
