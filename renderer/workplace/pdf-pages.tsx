import { useEffect, useRef, useState } from 'react'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import { useT } from '../i18n/language-provider.tsx'
import { useDesk } from '../sync/desk-context.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { bringHere } from './files.ts'
import { useNative } from './native-context.tsx'
import { wordsOfError } from './error-words.ts'
import classes from './pdf-pages.module.css'

interface PdfPagesProps {
  readonly file: BlobRef
  readonly name: string
}

const DRAWN_SCALE = 1.6

/** A PDF as pictures of its pages, drawn in a window of their own; this page never reads the PDF. */
export function PdfPages({ file, name }: PdfPagesProps) {
  const t = useT()
  const native = useNative()
  const { workspace } = useDesk()
  const [pages, setPages] = useState<number | undefined>(undefined)
  const [problem, setProblem] = useState<unknown>(undefined)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let isCurrent = true
    setPages(undefined)
    setProblem(undefined)
    bringHere(native, workspace, file)
      .then(() => native.invoke('pdf.pageCount', file.sha256))
      .then(
        (count) => {
          if (isCurrent) setPages(count)
        },
        (error: unknown) => {
          if (isCurrent) setProblem(error)
        },
      )
    return () => {
      isCurrent = false
    }
  }, [native, workspace, file, attempt])

  if (problem !== undefined)
    return (
      <ErrorState
        {...wordsOfError(t, problem)}
        remedy={{ label: t('common.retry'), run: () => setAttempt(attempt + 1) }}
      />
    )
  return (
    <div className={classes.desk} aria-busy={pages === undefined}>
      {Array.from({ length: pages ?? 1 }, (_, index) => (
        <PdfPage
          key={`${file.sha256} ${index}`}
          file={file}
          name={name}
          page={index + 1}
          isReady={pages !== undefined}
        />
      ))}
    </div>
  )
}

interface PdfPageProps extends PdfPagesProps {
  readonly page: number
  readonly isReady: boolean
}

/** One page; drawn when it comes into sight. */
function PdfPage({ file, name, page, isReady }: PdfPageProps) {
  const t = useT()
  const native = useNative()
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  const [url, setUrl] = useState<string | undefined>(undefined)

  useEffect(() => {
    const observer = new IntersectionObserver((seen) => setNear(seen.some((one) => one.isIntersecting)), {
      rootMargin: '600px',
    })
    if (place.current !== null) observer.observe(place.current)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (!isReady || !isNear) return undefined
    let made: string | undefined
    let isCurrent = true
    native.invoke('pdf.pageImage', { sha256: file.sha256, page, scale: DRAWN_SCALE }).then(
      ({ png }) => {
        if (!isCurrent) return
        made = URL.createObjectURL(new Blob([Uint8Array.from(png)], { type: 'image/png' }))
        setUrl(made)
      },
      () => setUrl(undefined),
    )
    return () => {
      isCurrent = false
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [native, file, page, isReady, isNear])

  return (
    <div ref={place} className={classes.page}>
      {url !== undefined && (
        <img src={url} alt={t('common.view.pageImage', { page, name })} className={classes.image} />
      )}
    </div>
  )
}
