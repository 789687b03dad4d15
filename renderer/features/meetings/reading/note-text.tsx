import { useState, type KeyboardEvent } from 'react'
import { useT } from '../../../i18n/language-provider.tsx'
import { TextArea } from '../../../ui/text-field.tsx'

interface NoteTextProps {
  readonly before: string
  /** null: left as it was. Told once. */
  readonly onDone: (text: string | null) => void
}

/** The words of a note: Enter or leaving the field keeps them, Shift Enter begins a line, Esc leaves them. */
export function NoteText({ before, onDone }: NoteTextProps) {
  const t = useT()
  const [text, setText] = useState(before)
  const kept = text.trim() === before ? null : text.trim()
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return
    event.stopPropagation()
    if (event.code === 'Escape') onDone(null)
    if (event.code !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    onDone(kept)
  }
  return (
    <TextArea
      aria-label={t('notes.words')}
      placeholder={t('notes.words')}
      autoFocus
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => onDone(kept)}
    />
  )
}
