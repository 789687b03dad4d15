import { useRef, useState, type KeyboardEvent } from 'react'
import { TextField } from '../ui/text-field.tsx'
import classes from './words-on-page.module.css'

interface WordsOnPageProps {
  readonly label: string
  /** Where its place on the page ends, in shares of the page. */
  readonly left: number
  readonly top: number
  /** Told once: `sent` with Ctrl Enter, `left` with Esc, else `kept`. */
  readonly onWords: (words: string, how: 'kept' | 'sent' | 'left') => void
}

/** The field stays on the page. */
const MOST_LEFT = 0.5
const MOST_TOP = 0.94

/** What is written at a place of a page, typed beside it. */
export function WordsOnPage({ label, left, top, onWords }: WordsOnPageProps) {
  const [words, setWords] = useState('')
  const isDone = useRef(false)
  const tell = (how: 'kept' | 'sent' | 'left'): void => {
    if (!isDone.current) onWords(words, how)
    isDone.current = true
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    event.stopPropagation()
    if (event.code === 'Escape') tell('left')
    if (event.code !== 'Enter') return
    event.preventDefault()
    tell(event.ctrlKey ? 'sent' : 'kept')
  }
  return (
    <div
      className={classes.words}
      style={{ left: `${Math.min(left, MOST_LEFT) * 100}%`, top: `${Math.min(top, MOST_TOP) * 100}%` }}
    >
      <TextField
        aria-label={label}
        placeholder={label}
        autoFocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => tell('kept')}
      />
    </div>
  )
}
