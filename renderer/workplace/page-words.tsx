import { useEffect, useMemo, useState } from 'react'
import { wordsOfPieces, type PagePiece } from '#shared/domain/notes/page-word.ts'
import { useNative } from './native-context.tsx'
import classes from './page-words.module.css'

const NONE: readonly PagePiece[] = []

/** The words of a page with their places; none while it is not wanted, is being read, or has no text layer. */
export function usePageWords(sha256: string, page: number, isWanted: boolean): readonly PagePiece[] {
  const native = useNative()
  const [pieces, setPieces] = useState(NONE)
  useEffect(() => {
    if (!isWanted) return undefined
    let isCurrent = true
    native.invoke('pdf.pagePieces', { sha256, page }).then(
      (read) => {
        if (isCurrent) setPieces(read)
      },
      () => {
        if (isCurrent) setPieces(NONE)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [native, sha256, page, isWanted])
  return useMemo(() => wordsOfPieces(pieces), [pieces])
}

/** The layer is this wide and high, whatever the page. */
const UNITS = 1000

interface PageWordsProps {
  readonly page: number
  readonly words: readonly PagePiece[]
}

/** The words of a page over its picture, to be selected. */
export function PageWords({ page, words }: PageWordsProps) {
  return (
    <svg
      className={classes.layer}
      viewBox={`0 0 ${UNITS} ${UNITS}`}
      preserveAspectRatio="none"
      aria-hidden
      data-page-words={page}
    >
      {words.map(({ text, left, top, width, height }, index) => (
        <text
          key={index}
          x={left * UNITS}
          y={(top + height * 0.8) * UNITS}
          fontSize={height * UNITS}
          textLength={width * UNITS}
          lengthAdjust="spacingAndGlyphs"
        >
          {text}
        </text>
      ))}
    </svg>
  )
}

/** Words that are selected on a page: all words of the page, and which of them. */
export interface SelectedWords {
  readonly page: number
  readonly words: readonly string[]
  readonly first: number
  readonly last: number
}

/** What is selected on a page now, on the first one if it reaches over several; null: nothing. */
export function selectedWords(): SelectedWords | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const layers = [...document.querySelectorAll<SVGElement>('[data-page-words]')]
  for (const layer of layers.filter((one) => range.intersectsNode(one))) {
    const all = [...layer.children]
    const chosen = all.flatMap((word, index) => (isWithin(range, word) ? [index] : []))
    const [first, last] = [chosen[0], chosen.at(-1)]
    if (first === undefined || last === undefined) continue
    const words = all.map((word) => word.textContent)
    return { page: Number(layer.dataset['pageWords']), words, first, last }
  }
  return null
}

/** A word at whose edge the selection only begins or ends is not in it. */
function isWithin(range: Range, word: Element): boolean {
  if (!range.intersectsNode(word)) return false
  const { startContainer, startOffset, endContainer, endOffset } = range
  if (word.contains(endContainer) && endOffset === 0) return false
  return !(word.contains(startContainer) && startOffset === word.textContent.length)
}
