/** The line that stands alone in the middle before what is decided, by kind (Decree 30 Annex III forms 1.1, 1.2). */
export const orderingLines = { 'nghi-quyet': 'QUYẾT NGHỊ:', 'quyet-dinh': 'QUYẾT ĐỊNH:' } as const
export type DecidingKind = keyof typeof orderingLines

const all: ReadonlySet<string> = new Set(Object.values(orderingLines))

/** Whether a line is such a line, of one kind where it is named. */
export function isOrderingLine(line: string, kind?: DecidingKind): boolean {
  const words = line.normalize('NFC').trim()
  return kind === undefined ? all.has(words) : words === orderingLines[kind]
}
