import type { Board } from './figures.ts'

/** What was not printed and not posted, with the parts of the formula: the sum of pages × recipients. */
export interface PaperSaved {
  /** Pages of letters that came without paper, as their senders counted. */
  readonly pagesIn: number
  readonly lettersIn: number
  /** Letters whose sender did not count the pages: one page each. */
  readonly uncounted: number
  /** Copies that were not printed: recipients of documents over the backbone, one page each at least. */
  readonly copiesOut: number
  readonly documentsOut: number
  readonly pages: number
  /** Sendings that needed no post: as many as `copiesOut`. */
  readonly posted: number
}

/** At least this much: what is not known counts as one page. */
export function paperSaved(board: Board): PaperSaved {
  let [pagesIn, lettersIn, uncounted, copiesOut, documentsOut] = [0, 0, 0, 0, 0]
  for (const fact of board.behind.get('letters.electronic') ?? []) {
    if (fact.what !== 'letter') continue
    lettersIn++
    if ((fact.pages ?? 0) === 0) uncounted++
    pagesIn += Math.max(1, fact.pages ?? 1)
  }
  for (const fact of board.behind.get('documents.electronic') ?? []) {
    if (fact.what !== 'document') continue
    documentsOut++
    copiesOut += fact.recipients
  }
  return {
    pagesIn,
    lettersIn,
    uncounted,
    copiesOut,
    documentsOut,
    pages: pagesIn + copiesOut,
    posted: copiesOut,
  }
}
