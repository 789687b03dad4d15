import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import type { PagePurpose } from '#shared/ipc/pdf.ipc.ts'
import { useT } from '../i18n/language-provider.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageThumbnails } from '../ui/page-thumbnails.tsx'
import { PageDesk, PX_PER_MM } from '../ui/page-desk.tsx'
import { wordsOfError } from './error-words.ts'
import { PageMarks } from './page-marks.tsx'
import { A4, PdfPage } from './pdf-page.tsx'
import classes from './pdf-pages.module.css'
import { useFittingZoom } from './use-fitting-zoom.ts'
import { usePageCount } from './use-page-count.ts'

interface PdfPagesProps {
  readonly file: BlobRef
  readonly name: string
  /** `sign` for what is going to be signed from here. */
  readonly purpose?: PagePurpose
  /** Drawn over the first page in view only, as the stamp of arrival. */
  readonly overlay?: ReactNode
  /** Lies over each page, from 1; `isNear`: it is in the window or close to it. */
  readonly overPage?: ((page: number, isNear: boolean) => ReactNode) | undefined
  /** All pages small at the left, where there are several. */
  readonly hasThumbnails?: boolean
  /** Comes into sight once the pages are there, from 1. */
  readonly firstPage?: number | undefined
  /** Comes into sight whenever page or turn change. */
  readonly jump?: { readonly page: number; readonly turn: number } | undefined
  /** Told which page is in sight. Pass a stable function. */
  readonly onPage?: ((page: number) => void) | undefined
  /** Folded beginnings of words that stand out on that page. */
  readonly marks?: readonly string[] | undefined
  /** Told once each of its pages has been drawn. Pass a stable function. */
  readonly onShown?: (() => void) | undefined
}

const NONE = { sha256: '', pages: new Set<number>() }

/** A PDF as pictures of its pages, drawn in a window of their own; this page never reads the PDF. */
export function PdfPages({
  file,
  name,
  purpose = 'read',
  overlay,
  overPage,
  hasThumbnails = false,
  firstPage,
  jump,
  onPage,
  marks,
  onShown,
}: PdfPagesProps) {
  const t = useT()
  const { pages, problem, retry } = usePageCount(file, purpose)
  const place = useRef<HTMLDivElement>(null)
  const fitting = useFittingZoom(place)
  const [chosen, setChosen] = useState<number | null>(null)
  const [current, setCurrent] = useState(1)
  const [asked, setAsked] = useState<number | undefined>(undefined)
  const zoom = chosen ?? fitting
  const [drawn, setDrawn] = useState<{ readonly sha256: string; readonly pages: ReadonlySet<number> }>(NONE)
  const { sha256 } = file
  const addDrawn = useCallback(
    (page: number) =>
      setDrawn((before) => ({
        sha256,
        pages: new Set(before.sha256 === sha256 ? before.pages : []).add(page),
      })),
    [sha256],
  )
  const isShown = drawn.sha256 === sha256 && drawn.pages.size === pages
  useEffect(() => {
    if (isShown) onShown?.()
  }, [isShown, onShown])
  useEffect(() => onPage?.(current), [current, onPage])

  if (problem !== undefined)
    return <ErrorState {...wordsOfError(t, problem)} remedy={{ label: t('common.retry'), run: retry }} />
  const total = pages ?? 1
  return (
    <div className={classes.place} aria-busy={pages === undefined}>
      {hasThumbnails && total > 1 && (
        <PageThumbnails
          pages={Array.from({ length: total }, (_, index) => ({ number: index + 1, ...A4 }))}
          current={current}
          onChoose={setAsked}
        />
      )}
      <div ref={place} className={classes.desk}>
        <PageDesk
          label={t('common.view.document')}
          zoom={{ value: zoom, onChange: setChosen, page: Math.min(current, total), pages: total }}
          showPage={pages === undefined ? undefined : (jump?.page ?? asked ?? firstPage)}
          showTurn={jump?.turn}
          onPage={setCurrent}
        >
          {Array.from({ length: total }, (_, index) => (
            <PdfPage
              purpose={purpose}
              key={`${file.sha256} ${index}`}
              sha256={file.sha256}
              name={name}
              page={index + 1}
              onDrawn={addDrawn}
              isReady={pages !== undefined}
              pxPerMm={PX_PER_MM * zoom}
              overlay={(isNear) => (
                <>
                  {index === 0 && overlay}
                  {overPage?.(index + 1, isNear)}
                  {marks !== undefined && pages !== undefined && index + 1 === (firstPage ?? 1) && (
                    <PageMarks sha256={file.sha256} page={index + 1} words={marks} />
                  )}
                </>
              )}
            />
          ))}
        </PageDesk>
      </div>
    </div>
  )
}
