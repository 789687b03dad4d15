const PANES = '[data-pane], main [role="grid"]'
const TABBABLE =
  'button:not(:disabled), a[href], input, textarea, select, [contenteditable="true"], [tabindex="0"]'

/** Moves the focus to the next pane of the screen (`step` 1) or the one before (-1): sidebar, list, page, panel, and around. */
export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>(PANES)].filter(
    (pane) => pane.parentElement?.closest(PANES) == null && isSeen(pane),
  )
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const from = at === -1 && step === -1 ? 0 : at
  const next = panes[(from + step + panes.length) % panes.length]
  if (next !== undefined) entryOf(next).focus()
}

/** Where work goes on in a pane: its list, the current place, its first control, or, with nothing to press, the pane itself. */
function entryOf(pane: HTMLElement): HTMLElement {
  if (pane.matches('[role="grid"], [tabindex="0"]')) return pane
  const seen = (selector: string): HTMLElement | undefined =>
    [...pane.querySelectorAll<HTMLElement>(selector)].find(isSeen)
  const entry = seen('[role="grid"]') ?? seen('[aria-current="page"]') ?? seen(TABBABLE)
  if (entry === undefined) pane.tabIndex = -1
  return entry ?? pane
}

const isSeen = (element: HTMLElement): boolean => element.checkVisibility({ visibilityProperty: true })

/** Leaves a text field: the list of the screen has the keys again. */
export function leaveField(field: HTMLElement): void {
  field.blur()
  document.querySelector<HTMLElement>('main [role="grid"]')?.focus({ preventScroll: true })
}
