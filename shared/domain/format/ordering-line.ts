/** Whether a line is the one that stands alone in the middle before the articles of a decision (Decree 30 Annex III form 1.2). */
export const isOrderingLine = (line: string): boolean => line.normalize('NFC').trim() === 'QUYẾT ĐỊNH:'
