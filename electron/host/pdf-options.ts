import type { PdfParams } from './cdp-protocol.ts'

/** Inches. */
const PAPER: Record<string, [number, number]> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}

/** Electron's print options in the protocol's names. Without a size the paper is Letter, as in Electron. */
export function pdfParams(options: Electron.PrintToPDFOptions): PdfParams {
  const { pageSize = 'Letter', margins, ...same } = options
  const [paperWidth, paperHeight] =
    typeof pageSize === 'string' ? (PAPER[pageSize] ?? [8.5, 11]) : [pageSize.width, pageSize.height]
  const sides =
    margins === undefined
      ? {}
      : {
          marginTop: margins.top ?? 0.4,
          marginBottom: margins.bottom ?? 0.4,
          marginLeft: margins.left ?? 0.4,
          marginRight: margins.right ?? 0.4,
        }
  return { ...same, paperWidth, paperHeight, ...sides }
}
