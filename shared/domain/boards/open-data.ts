import type { LocalDate } from '../../kernel/instant.ts'
import { secretMarkIn } from '../law/secret-marks.ts'

/** The only fields that go out as open data: none of them is about a person. */
export interface OpenRecord {
  readonly code: string
  readonly date: LocalDate
  readonly kind: string
  readonly subject: string
  readonly agency: string
}

/** Why an issued document stays out of the open data. */
export const leftOutReasons = ['secretMark', 'personName', 'personalNumber', 'contact'] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

/** What would go out, and what would stay behind with the reason. */
export interface OpenDataCheck {
  readonly records: readonly OpenRecord[]
  readonly leftOut: readonly { readonly record: OpenRecord; readonly reason: LeftOutReason }[]
}

/** Ông, bà, đồng chí … with a name in capitals behind it. */
const PERSON =
  /(?:^|[^\p{L}])(?:[ôÔ]ng|[bB]à|[đĐ]ồng chí|[đĐ]\/c|[cC]ô|[aA]nh|[cC]hị|[eE]m|[cC]háu)\s+(?:\p{Lu}[\p{L}]*)(?:\s+\p{Lu}[\p{L}]*)/u
/** Numbers of identity cards (9 or 12 digits), also in groups. */
const IDENTITY = /(?<!\d)(?:\d[ .]?){8}\d(?!\d)|(?<!\d)(?:\d[ .]?){11}\d(?!\d)/u
const CONTACT = /[^\s@]+@[^\s@]+\.[^\s@]+|(?<!\d)(?:\+84|0)(?:[ .-]?\d){9}(?!\d)/u

/** Sorts out what may not be published: secrecy marks, and what points at a person (names, numbers, ways to reach them). */
export function checkOpenData(candidates: readonly OpenRecord[]): OpenDataCheck {
  const records: OpenRecord[] = []
  const leftOut: { record: OpenRecord; reason: LeftOutReason }[] = []
  for (const { code, date, kind, subject, agency } of candidates) {
    const record = { code, date, kind, subject, agency }
    const reason = reasonAgainst(record)
    if (reason === undefined) records.push(record)
    else leftOut.push({ record, reason })
  }
  return { records, leftOut }
}

function reasonAgainst({ code, subject }: OpenRecord): LeftOutReason | undefined {
  const text = subject.normalize('NFC')
  if (secretMarkIn([code, text, ...text.split(/[.,;:()\-–|]/)]) !== undefined) return 'secretMark'
  if (CONTACT.test(text)) return 'contact'
  if (IDENTITY.test(text)) return 'personalNumber'
  return PERSON.test(text) ? 'personName' : undefined
}
