import { retention, type Retention } from '#shared/domain/records/retention.ts'

/** What stands in the field: years, or nothing for what is kept for ever. */
export const retentionText = (kept: Retention): string => (kept === 'permanent' ? '' : String(kept))

/** What was written; undefined when it is no number of years. */
export function retentionFrom(text: string): Retention | undefined {
  if (text.trim() === '') return 'permanent'
  const parsed = retention.safeParse(Number(text))
  return parsed.success ? parsed.data : undefined
}
