import { useLayoutEffect, useRef } from 'react'

interface PageTextProps {
  readonly value: string
  readonly label: string
  readonly editable: boolean
  readonly placeholder: string
  readonly multiline?: boolean
  /** How the text stands on the page while nobody is in it. */
  readonly format?: (value: string) => string
  readonly onChange: (value: string) => void
}

/** A box of the official page edited where it stands: plain text, spell-checked, in the type of the page. */
export function PageText({
  value,
  label,
  editable,
  placeholder,
  multiline = false,
  format = unchanged,
  onChange,
}: PageTextProps) {
  const box = useRef<HTMLSpanElement>(null)

  // The element owns its text while it has the focus; writing to it then would move the caret.
  useLayoutEffect(() => {
    const element = box.current
    if (element !== null && document.activeElement !== element) show(element, format(value))
  }, [value, format])

  return (
    <span
      ref={box}
      className="page-text"
      role="textbox"
      aria-label={label}
      aria-multiline={multiline}
      aria-readonly={!editable}
      data-placeholder={placeholder}
      contentEditable={editable ? 'plaintext-only' : false}
      suppressContentEditableWarning
      tabIndex={editable ? 0 : -1}
      onFocus={(event) => show(event.currentTarget, value)}
      onBlur={(event) => show(event.currentTarget, format(value))}
      onInput={(event) => onChange(textOf(event.currentTarget, multiline))}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.ctrlKey) return
        if (event.key === 'Enter' && !multiline) event.preventDefault()
      }}
    />
  )
}

const unchanged = (value: string): string => value

function show(element: HTMLElement, text: string): void {
  if (element.innerText !== text) element.innerText = text
}

function textOf(element: HTMLElement, multiline: boolean): string {
  const text = element.innerText.normalize('NFC').replace(/\u00a0/g, ' ')
  return multiline ? text.replace(/\n+$/, '') : text.replace(/\s*\n\s*/g, ' ')
}
