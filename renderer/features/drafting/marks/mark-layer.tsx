import { useRef, useState, type CSSProperties, type PointerEvent } from 'react'
import type { PageMark } from '#shared/domain/documents/page-mark.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { WordsOnPage } from '../../../workplace/words-on-page.tsx'
import { placeBetween, type MarkPlace } from './mark-place.ts'
import classes from './marks.module.css'

interface MarkLayerProps {
  readonly page: number
  /** All marks of the document: each keeps its number on every page. */
  readonly marks: readonly PageMark[]
  /** Without it marks are only shown. */
  readonly drawing?: Drawing | undefined
}

/** What is being written on a page. */
export interface Drawing {
  /** The place whose words are being written; null: none. */
  readonly open: MarkPlace | null
  readonly onPlace: (place: MarkPlace) => void
  readonly onWords: (words: string) => void
  /** Everything is sent, with these last words. */
  readonly onSend: (words: string) => void
}

const percent = (share: number): string => `${share * 100}%`
const placed = ({ x, y, width, height }: MarkPlace): CSSProperties => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
})

/** Marks on one page, and the next one as it is drawn with the pointer. */
export function MarkLayer({ page, marks, drawing }: MarkLayerProps) {
  const t = useT()
  const layer = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState<readonly [x: number, y: number] | null>(null)
  const [drawn, setDrawn] = useState<MarkPlace | null>(null)
  const at = ({ clientX, clientY }: PointerEvent): readonly [x: number, y: number] => {
    const box = layer.current?.getBoundingClientRect() ?? new DOMRect()
    return [(clientX - box.left) / box.width, (clientY - box.top) / box.height]
  }
  const pointing =
    drawing === undefined
      ? {}
      : {
          onPointerDown: (event: PointerEvent) => {
            if (event.button !== 0 || event.target !== event.currentTarget) return
            event.currentTarget.setPointerCapture(event.pointerId)
            setFrom(at(event))
          },
          onPointerMove: (event: PointerEvent) => {
            if (from !== null) setDrawn(placeBetween(page, from, at(event)))
          },
          onPointerUp: () => {
            if (drawn !== null) drawing.onPlace(drawn)
            setFrom(null)
            setDrawn(null)
          },
        }
  return (
    <div ref={layer} className={classes.layer} data-drawing={drawing !== undefined} {...pointing}>
      {marks.map((mark, index) =>
        mark.page === page ? (
          <span key={index} className={classes.mark} style={placed(mark)} title={mark.words}>
            <span className={classes.number}>{index + 1}</span>
          </span>
        ) : null,
      )}
      {drawn !== null && <span className={classes.mark} style={placed(drawn)} />}
      {drawing?.open?.page === page && (
        <>
          <span className={classes.mark} style={placed(drawing.open)} />
          <WordsOnPage
            label={t('drafting.marks.words')}
            left={drawing.open.x}
            top={drawing.open.y + drawing.open.height}
            onWords={(words, how) => {
              if (how === 'sent') drawing.onSend(words)
              else drawing.onWords(how === 'left' ? '' : words)
            }}
          />
        </>
      )}
    </div>
  )
}
