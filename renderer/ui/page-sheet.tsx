import type { CSSProperties, ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import classes from './page-sheet.module.css'
import type { PageBox, PageView } from './page.types.ts'

export interface PageSheetProps {
  readonly widthMm: number
  readonly heightMm: number
  /** px per mm; what lies on the page may use `calc(n * var(--mm))`. */
  readonly pxPerMm: number
  readonly children: ReactNode
}

/** A white sheet on the desk, true in proportion. */
export function PageSheet({ widthMm, heightMm, pxPerMm, children }: PageSheetProps) {
  const style: CSSProperties & Record<'--mm', string> = {
    '--mm': `${pxPerMm}px`,
    width: widthMm * pxPerMm,
    height: heightMm * pxPerMm,
  }
  return (
    <div className={classes.sheet} style={style}>
      {children}
    </div>
  )
}

export interface PageImageProps {
  readonly page: PageView
  /** Name of the document, for the screen reader. */
  readonly documentName: string
  readonly pxPerMm: number
  /** Stamps, highlights and signature spots drawn over the bitmap. */
  readonly overlay?: ReactNode
}

export function PageImage({ page, documentName, pxPerMm, overlay }: PageImageProps) {
  const t = useT()
  return (
    <PageSheet widthMm={page.widthMm} heightMm={page.heightMm} pxPerMm={pxPerMm}>
      {page.image !== undefined && (
        <img
          className={classes.image}
          src={page.image}
          alt={t('common.view.pageImage', { page: page.number, name: documentName })}
          draggable={false}
        />
      )}
      {overlay}
    </PageSheet>
  )
}

const placed = (box: PageBox): CSSProperties => ({
  left: `calc(${box.xMm} * var(--mm))`,
  top: `calc(${box.yMm} * var(--mm))`,
  width: `calc(${box.widthMm} * var(--mm))`,
  height: `calc(${box.heightMm} * var(--mm))`,
})

/** Marks a sentence on the page. */
export function PageHighlight({ box }: { readonly box: PageBox }) {
  return <span className={classes.highlight} style={placed(box)} aria-hidden />
}

/** Where the signature will be put. */
export function SignatureSpot({ box, label }: { readonly box: PageBox; readonly label: string }) {
  return (
    <span className={classes.spot} style={placed(box)}>
      {label}
    </span>
  )
}
