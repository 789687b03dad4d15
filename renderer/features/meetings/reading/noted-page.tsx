import { useMemo } from 'react'
import { findInWords, placesOf, type PagePlace } from '#shared/domain/notes/find-passage.ts'
import type { Passage } from '#shared/domain/notes/note.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { cx } from '../../../ui/cx.ts'
import { Icon } from '../../../ui/icon.tsx'
import { PageWords, usePageWords } from '../../../workplace/page-words.tsx'
import { WordsOnPage } from '../../../workplace/words-on-page.tsx'
import type { PlacedNote } from './placed-note.ts'
import classes from './reading.module.css'

/** What is about to be noted on a page: a passage, or the whole of it. */
export interface NewNote {
  readonly page: number
  readonly passage: Passage | null
}

interface NotedPageProps {
  readonly sha256: string
  readonly page: number
  readonly isNear: boolean
  /** Those on this page. */
  readonly notes: readonly PlacedNote[]
  readonly writing: NewNote | null
  /** Words that are new since another version, while they are shown. */
  readonly added: Passage | null
  readonly onWords: (words: string, isLeft: boolean) => void
}

/** Over one page: its words to select, what was highlighted, a mark for each note, and the field of the one that is being written. */
export function NotedPage({ sha256, page, isNear, notes, writing, added, onWords }: NotedPageProps) {
  const t = useT()
  const words = usePageWords(sha256, page, isNear)
  const texts = useMemo(() => words.map(({ text }) => text), [words])
  if (!isNear) return null
  const placesFor = (passage: Passage | null): readonly PagePlace[] => {
    const found = passage === null ? null : findInWords(texts, passage)
    return found === null ? [] : placesOf(words, found.first, found.last)
  }
  const field = writing === null ? null : endOf(placesFor(writing.passage))
  return (
    <>
      {notes.map(({ note }) => {
        const places = note.about.kind === 'page' ? placesFor(note.about.passage) : []
        return (
          <span key={note.id}>
            <Highlight places={places} />
            {note.text !== '' && (
              <span
                className={classes.margin}
                style={{ top: percent(places[0]?.top ?? 0.02) }}
                title={note.text}
              >
                <Icon name="notes" size="s" label={t('notes.own', { text: note.text })} />
              </span>
            )}
          </span>
        )
      })}
      {added !== null && <Highlight places={placesFor(added)} isAdded />}
      {writing !== null && <Highlight places={placesFor(writing.passage)} />}
      <PageWords page={page} words={words} />
      {field !== null && (
        <WordsOnPage
          label={t('notes.words')}
          left={field.left}
          top={field.top}
          onWords={(text, how) => onWords(text, how === 'left')}
        />
      )}
    </>
  )
}

const percent = (share: number): string => `${share * 100}%`

/** Under the last line of a passage, else at the head of the page. */
function endOf(places: readonly PagePlace[]): { readonly left: number; readonly top: number } {
  const last = places.at(-1)
  return last === undefined ? { left: 0.5, top: 0.02 } : { left: last.left, top: last.top + last.height }
}

interface HighlightProps {
  readonly places: readonly PagePlace[]
  readonly isAdded?: boolean
}

function Highlight({ places, isAdded = false }: HighlightProps) {
  return places.map(({ left, top, width, height }, index) => (
    <span
      key={index}
      aria-hidden
      className={cx(classes.highlight, isAdded && classes.added)}
      style={{
        left: percent(left),
        top: percent(top),
        width: percent(width),
        height: percent(height * 1.15),
      }}
    />
  ))
}
