import { z } from 'zod'
import { blobRef } from '../blob-ref.ts'
import type { ActorRef } from '../decision.ts'
import type { TrailStep } from '../documents/document.ts'
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts'
import { sha256Hex } from '../../kernel/hash.ts'
import type { Instant, LocalDate } from '../../kernel/instant.ts'
import { derivedUuid } from '../../kernel/uuid.ts'
import type { Retention } from './retention.ts'

/** Stored: adding a value is free. `destroyed` keeps what the law keeps of it: number, titles, dates, the decision. */
export type CaseFileStatus = 'open' | 'closed' | 'submitted' | 'returned' | 'archived' | 'destroyed'

/** What lies in a file: a letter, an outgoing document, or anything else that arose (film, photo, sound, paper; Decree 30 Art 29.2). */
export const itemSource = z.strictObject({
  kind: z.enum(['letter', 'document', 'other']),
  id: z.string().min(1).max(64),
})
export type ItemSource = z.infer<typeof itemSource>

/** A file of an item under its name. */
export const itemFile = z.strictObject({ name: z.string().min(1).max(255), file: blobRef })
type ItemFile = z.infer<typeof itemFile>

/** What the contents list says of a document (Decree 30 Annex V, Mục lục văn bản). `date`: null when it bears none. */
export interface ItemFacts {
  readonly code: string
  readonly typeName: string
  readonly subject: string
  readonly author: string
  readonly date: LocalDate | null
  readonly pages: number | null
  readonly signer: string
  readonly files: readonly ItemFile[]
  /** Not issued yet: a draft (Decree 30 Art 29.4 takes it off the list when the file is closed). */
  readonly isDraft: boolean
  /** Id of the letter it answers. */
  readonly answers: string | null
  /** A letter that asks for an answer. */
  readonly asksAnswer: boolean
}

/** One entry of a file. A document may lie in several files; nothing is copied (Decree 30 Annex VI Part I III.4e). */
export interface FileItem extends ItemFacts {
  readonly source: ItemSource
  readonly putAt: Instant
  readonly putBy: ActorRef
}

/** Why an entry left the list at closing and is kept as process data (Decree 30 Art 29.4; Annex VI Part I III.5a). */
export const asideReasons = ['draft', 'duplicate'] as const
export type AsideReason = (typeof asideReasons)[number]

/** A work file (hồ sơ công việc, Decree 30 Art 28–29). */
export interface CaseFile {
  readonly id: string
  readonly year: number
  readonly notation: string
  readonly title: string
  readonly retention: Retention
  /** It stands in the file plan of the year. */
  readonly isPlanned: boolean
  readonly status: CaseFileStatus
  /** Post that makes the file. */
  readonly creator: string
  readonly openedAt: Instant
  readonly startedOn: LocalDate
  readonly items: readonly FileItem[]
  /** Taken off the list at closing, kept all the same. */
  readonly aside: readonly { readonly item: FileItem; readonly reason: AsideReason }[]
  /** When the matter ended; null while it is open. */
  readonly endedOn: LocalDate | null
  readonly closedAt: Instant | null
  /** SHA-256 of `contentsText` at closing. */
  readonly contents: string | null
  /** Id of the submission it went to the archive with. */
  readonly submission: string | null
  /** Why the archive sent it back. */
  readonly returned: string
  readonly disposal: string | null
  readonly trail: readonly TrailStep[]
}

/** Id of the file of a year and number: whoever opens it anywhere opens the same one. */
export const caseFileId = (year: number, of: string): string => derivedUuid('case-file', String(year), of)

export const sameSource = (a: ItemSource, b: ItemSource): boolean => a.kind === b.kind && a.id === b.id

/** In the order of events (Decree 30 Art 29.2): by the day of the document; what bears none by when it was put in. */
export function inOrder(items: readonly FileItem[]): readonly FileItem[] {
  const day = (one: FileItem): string => one.date ?? one.putAt.slice(0, 10)
  return items.toSorted((a, b) =>
    day(a) === day(b) ? (a.putAt < b.putAt ? -1 : 1) : day(a) < day(b) ? -1 : 1,
  )
}

/** Later copies of what lies in the file already: the same number, symbol and author, or the same bytes (Decree 30 Annex VI Part I III.1h). */
export function duplicatesIn(items: readonly FileItem[]): readonly FileItem[] {
  const seen = new Set<string>()
  return inOrder(items).filter((item) => {
    const marks = [
      ...(item.code === '' ? [] : [`code ${item.code} ${item.author} ${item.date ?? ''}`]),
      ...item.files.slice(0, 1).map((one) => `file ${one.file.sha256}`),
    ]
    const isKnown = marks.some((mark) => seen.has(mark))
    for (const mark of marks) seen.add(mark)
    return isKnown
  })
}

/** What the file should hold and does not: letters that are answered here, and answers to letters that ask for one. */
export function missingIn(items: readonly FileItem[]): readonly Missing[] {
  const letters = new Set(items.filter((one) => one.source.kind === 'letter').map((one) => one.source.id))
  const answered = new Set(items.filter((one) => !one.isDraft).map((one) => one.answers))
  return inOrder(items).flatMap((item): readonly Missing[] => {
    if (item.answers !== null && !letters.has(item.answers)) return [{ what: 'letter', of: item }]
    return item.asksAnswer && !answered.has(item.source.id) ? [{ what: 'answer', of: item }] : []
  })
}
export interface Missing {
  readonly what: 'letter' | 'answer'
  readonly of: FileItem
}

/** The contents list as text: what its hash binds. */
export function contentsText(items: readonly FileItem[]): string {
  return canonicalJson(
    inOrder(items).map(({ source, code, typeName, subject, author, date, files }, index) => ({
      ordinal: index + 1,
      source: { ...source },
      code,
      typeName,
      subject,
      author,
      date,
      files: files.map((one) => ({ name: one.name, sha256: one.file.sha256 })),
    })) satisfies Json,
  )
}
export const contentsHash = (items: readonly FileItem[]): string => sha256Hex(contentsText(items))
