import { useEffect, useState } from 'react'
import { useNative } from './native-context.tsx'
import classes from './page-marks.module.css'

interface PageMarksProps {
  readonly sha256: string
  readonly page: number
  /** Folded beginnings of words. */
  readonly words: readonly string[]
}

interface Mark {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const MOST_WORDS = 40
const percent = (share: number): string => `${share * 100}%`

/** Words on a page that were looked for, where its text layer says they stand; nothing where it has none. */
export function PageMarks({ sha256, page, words }: PageMarksProps) {
  const native = useNative()
  const [marks, setMarks] = useState<readonly Mark[]>([])
  const wanted = JSON.stringify(words.filter((word) => word !== '').slice(0, MOST_WORDS))
  useEffect(() => {
    let isCurrent = true
    native.invoke('pdf.pageMarks', { sha256, page, words: JSON.parse(wanted) as string[] }).then(
      (found) => {
        if (isCurrent) setMarks(found)
      },
      () => {
        if (isCurrent) setMarks([])
      },
    )
    return () => {
      isCurrent = false
    }
  }, [native, sha256, page, wanted])
  return marks.map(({ x, y, width, height }, index) => (
    <span
      key={index}
      aria-hidden
      className={classes.mark}
      style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
    />
  ))
}
