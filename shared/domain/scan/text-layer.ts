/** Fewer letters are the trace of a scanner, not the text of a page or a letter. */
const FEWEST_LETTERS = 60

/** Whether the texts of a text layer are to be believed, so that nothing need be recognised. */
export const isTextLayer = (texts: readonly string[]): boolean =>
  texts.reduce((count, text) => count + (text.match(/\p{L}/gu)?.length ?? 0), 0) >= FEWEST_LETTERS
