import { z } from 'zod'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { sha256Hex } from '../../../kernel/hash.ts'
import { blobRef } from '../../blob-ref.ts'
import { secretMarkIn } from '../../law/secret-marks.ts'
import type { BookDirection } from '../book.ts'

const day = z.iso.date().nullable()

/** What a line of a former register says, in the columns of the law (Decree 30 Annex IV); both directions share one shape. */
export const formerFacts = z.strictObject({
  /** Arrival number (Số đến), or number of the outgoing document; null only for messages that no register numbered. */
  number: z.int().positive().max(9_999_999).nullable(),
  /** Day of arrival, or day of the outgoing document; null only where `number` is. */
  date: day,
  /** Số, ký hiệu văn bản, as it stands there. */
  code: z.string().max(200),
  /** Ngày tháng văn bản of an incoming document; of an outgoing one the same as `date`. */
  issuedOn: day,
  issuer: z.string().max(500),
  subject: z.string().max(3000),
  signer: z.string().max(300),
  /** Đơn vị hoặc người nhận, or Nơi nhận văn bản. */
  receivers: z.string().max(2000),
  /** Đơn vị, người nhận bản lưu. */
  keeper: z.string().max(300),
  copies: z.string().max(100),
  /** Ngày chuyển; as it stands there, where it is no day. */
  transferred: z.string().max(100),
  receipt: z.string().max(300),
  remark: z.string().max(2000),
})
export type FormerFacts = z.infer<typeof formerFacts>

/** A file of a former document: a scan, or what a message brought. */
export const formerFile = z.strictObject({ name: z.string().min(1).max(255), file: blobRef })
export type FormerFile = z.infer<typeof formerFile>

/** A line as it goes into the log. */
export const formerEntry = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** Line in the source, or place of the message in its archive. */
  line: z.int().positive(),
  facts: formerFacts,
  files: z.array(formerFile).max(100),
})
export type FormerEntry = z.infer<typeof formerEntry>

/** The register that lines belong to. */
export interface FormerShelf {
  readonly direction: BookDirection
  readonly year: number
}

/** Made of what the line says, so that the same line is the same entry however often and from whichever file it comes. */
export const formerEntryId = ({ direction, year }: FormerShelf, facts: FormerFacts): string =>
  sha256Hex(canonicalJson({ direction, year, ...facts })).slice(0, 32)

const NUMBERS_A_PAGE = 100

/** The page that holds an entry: a hundred numbers each; what has no number is spread by its content. */
export const formerPageId = (
  { direction, year }: FormerShelf,
  { id, facts }: Pick<FormerEntry, 'id' | 'facts'>,
): string =>
  `${direction}-${year}-${facts.number === null ? `x${id.slice(0, 2)}` : Math.floor(facts.number / NUMBERS_A_PAGE)}`

/**
 * Whether a line bears a secrecy mark (Law 117/2025 Art 5.2): a cell or what stands in brackets says it alone, as a column of levels does, or
 * it stands between signs in capitals. Such a line may not be kept here.
 */
export const isSecretLine = (texts: Iterable<string>): boolean => {
  for (const text of texts) {
    const alone = text.split(/[\n()[\]]/)
    if (secretMarkIn(alone.map((piece) => piece.toLocaleUpperCase('vi'))) !== undefined) return true
    if (secretMarkIn(text.split(/[\n;,:()]/)) !== undefined) return true
  }
  return false
}

/** Everything a line says in words. */
export const wordsOfFacts = (facts: FormerFacts): readonly string[] =>
  Object.values(facts).filter((value): value is string => typeof value === 'string')

/** The register that a page belongs to, by its id; throws RangeError on an id of another form. */
export function shelfOfPage(id: string): FormerShelf {
  const [, direction, year] = /^(incoming|outgoing)-(\d{4})-/.exec(id) ?? []
  if (direction === undefined) throw new RangeError(`not a page of a former register: ${id}`)
  return { direction: direction as FormerShelf['direction'], year: Number(year) }
}
