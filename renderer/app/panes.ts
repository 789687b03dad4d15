const PANES = '[data-pane], main [role="grid"]'
const TABBABLE =
  'button:not(:disabled), a[href], input, textarea, select, [contenteditable="true"], [tabindex="0"]'

/** Moves the focus to the next pane of the screen: sidebar, list, page, panel, and around. */
export function focusNextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>(PANES)].filter(
    (pane) => pane.parentElement?.closest(PANES) == null && pane.offsetParent !== null,
  )
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(at + 1) % panes.length]
  const target =
    next?.matches('[role="grid"]') === true
      ? next
      : (next?.querySelector<HTMLElement>('[role="grid"]') ??
        next?.querySelector<HTMLElement>('[aria-current="page"]') ??
        next?.querySelector<HTMLElement>(TABBABLE))
  target?.focus()
}

/** Leaves a text field: the list of the screen has the keys again. */
export function leaveField(field: HTMLElement): void {
  field.blur()
  document.querySelector<HTMLElement>('main [role="grid"]')?.focus({ preventScroll: true })
}
