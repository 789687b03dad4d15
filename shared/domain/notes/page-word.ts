import { scanWord, type ScanWord } from '../scan/page-words.ts'
import type { z } from 'zod'

/** A piece of the text layer of a page with its place, in parts of the page's width and height from the top left. */
export const pagePiece = scanWord.omit({ confidence: true })
export type PagePiece = z.infer<typeof pagePiece>
export const pieceOf = ({ text, left, top, width, height }: ScanWord): PagePiece => ({
  ...{ text, left, top, width, height },
})

/** The words of the pieces, each where its share of the letters puts it. */
export function wordsOfPieces(pieces: readonly PagePiece[]): readonly PagePiece[] {
  return pieces.flatMap(({ text, left, width, ...line }) =>
    [...text.matchAll(/\S+/gu)].map((word) => ({
      ...line,
      text: word[0],
      left: left + (width * word.index) / text.length,
      width: (width * word[0].length) / text.length,
    })),
  )
}
