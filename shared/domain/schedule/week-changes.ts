import { isSame, type WeekLine } from './week-line.ts'

/** What of a line may differ; `when`: its day, half of the day or hours. */
export const lineFields = [
  'when',
  'leaders',
  'content',
  'place',
  'chair',
  'attendees',
  'preparer',
  'transport',
  'busy',
] as const
export type LineField = (typeof lineFields)[number]

/** One difference between two versions of a schedule. */
export type WeekChange =
  | { readonly kind: 'added' | 'removed'; readonly line: WeekLine }
  | {
      readonly kind: 'changed'
      readonly before: WeekLine
      readonly after: WeekLine
      /** Never empty. */
      readonly fields: readonly LineField[]
    }

/** What changed from one version to the next, in the order of the later one, what was taken out last. */
export function weekChanges(before: readonly WeekLine[], after: readonly WeekLine[]): readonly WeekChange[] {
  const known = new Map(before.map((line) => [line.id, line]))
  const kept = new Set(after.map(({ id }) => id))
  const forward = after.flatMap((line): readonly WeekChange[] => {
    const was = known.get(line.id)
    if (was === undefined) return [{ kind: 'added', line }]
    const fields = fieldsToldOf(was, line).filter(
      (field) => !isSame(valueOf(was, field), valueOf(line, field)),
    )
    return fields.length === 0 ? [] : [{ kind: 'changed', before: was, after: line, fields }]
  })
  const removed = before.filter(({ id }) => !kept.has(id))
  return [...forward, ...removed.map((line) => ({ kind: 'removed', line }) as const)]
}

/** Of a line that became busy, or is it no more, the words are not told. */
const fieldsToldOf = (was: WeekLine, line: WeekLine): readonly LineField[] =>
  was.busy === line.busy ? lineFields : ['when', 'leaders', 'busy']

function valueOf(line: WeekLine, field: LineField): unknown {
  if (field === 'when') return [line.day, line.half, line.hours]
  if (field === 'leaders') return line.leaders.toSorted()
  if (field === 'busy') return line.busy
  return line.busy ? '' : line[field]
}
