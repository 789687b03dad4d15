import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { PagePurpose } from '#shared/ipc/pdf.ipc.ts'
import { PageImage } from '../ui/page-sheet.tsx'
import { useNative } from './native-context.tsx'

interface PdfPageProps {
  readonly sha256: string
  readonly name: string
  readonly page: number
  readonly isReady: boolean
  readonly purpose: PagePurpose
  readonly pxPerMm: number
  /** Lies over it; `isNear`: the page can be read and is in the window or close to it. */
  readonly overlay?: (isNear: boolean) => ReactNode
  /** Told when it is drawn. Pass a stable function. */
  readonly onDrawn: (page: number) => void
}

/** Pages are drawn at 72 dpi times this: sharp up to 130 % of the real size. */
const DRAWN_SCALE = 1.8
const MM_PER_DRAWN_PX = 25.4 / (72 * DRAWN_SCALE)
/** Taken for a page until it is drawn. */
export const A4 = { widthMm: 210, heightMm: 297 } as const

/** One page of a PDF; drawn when it comes near the window, in its true proportion once drawn. */
export function PdfPage({ sha256, name, page, isReady, purpose, pxPerMm, overlay, onDrawn }: PdfPageProps) {
  const native = useNative()
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  const [drawn, setDrawn] = useState<{ url: string; widthMm: number; heightMm: number } | undefined>(
    undefined,
  )

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
    native.invoke('pdf.pageImage', { sha256, page, scale: DRAWN_SCALE, purpose }).then(
      ({ png, widthPx, heightPx }) => {
        if (!isCurrent) return
        made = URL.createObjectURL(new Blob([Uint8Array.from(png)], { type: 'image/png' }))
        setDrawn({ url: made, widthMm: widthPx * MM_PER_DRAWN_PX, heightMm: heightPx * MM_PER_DRAWN_PX })
        onDrawn(page)
      },
      () => setDrawn(undefined),
    )
    return () => {
      isCurrent = false
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [native, sha256, page, isReady, isNear, purpose, onDrawn])

  const { widthMm, heightMm } = drawn ?? A4
  return (
    <div ref={place}>
      <PageImage
        page={{ number: page, widthMm, heightMm, image: drawn?.url }}
        documentName={name}
        pxPerMm={pxPerMm}
        overlay={overlay?.(isNear && isReady)}
      />
    </div>
  )
}
