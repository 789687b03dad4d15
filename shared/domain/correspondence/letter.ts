import { z } from 'zod'
import { blobRef } from '../blob-ref.ts'
import type { ActorRef } from '../decision.ts'
import { amendmentWays, type Amendment } from '../documents/amendment.ts'
import type { TrailStep } from '../documents/document.ts'
import type { Instant, LocalDate } from '../../kernel/instant.ts'
import type { Part } from '../work/task.ts'
import type { LetterStatus } from './letter-status.ts'

const line = z.string().max(1000)

/** Verdict words for a file's signatures (design 8); `unsigned` when it carries none. */
export const verdictWords = ['valid', 'warning', 'invalid', 'unknown', 'unsigned'] as const
export type VerdictWord = (typeof verdictWords)[number]

/** The node's check of an incoming file, made once at arrival; evidence travels with the letter so that a desk can accept offline. */
export const fileVerdict = z.strictObject({
  verdict: z.enum(verdictWords),
  checkedAt: z.iso.datetime({ precision: 3 }),
  /** Name and date of the trust snapshot used. */
  trust: z.string().max(200),
  /** The full answer of the validator, as `congso verify` prints it. */
  report: z.record(z.string(), z.unknown()),
})
export type FileVerdict = z.infer<typeof fileVerdict>

/** A file of an incoming message, under its true type. */
export const letterFile = z.strictObject({
  name: z.string().min(1).max(255),
  declaredType: z.string().max(200),
  file: blobRef,
  verdict: fileVerdict.nullable(),
})
export type LetterFile = z.infer<typeof letterFile>

/** What an incoming document message says (edXML 2.1); texts as sent, absent ones empty. */
export const letterContent = z.strictObject({
  from: z.strictObject({ code: z.string().max(64), name: line }),
  /** The code of this agency it was addressed to. */
  to: z.string().max(64),
  documentId: z.string().max(300),
  number: z.string().max(60),
  symbol: z.string().max(120),
  issuedOn: z.iso.date().nullable(),
  typeName: line,
  subject: line,
  summary: line,
  signer: z.strictObject({ authority: line, title: line, name: line }),
  dueDate: z.iso.date().nullable(),
  urgency: z.enum(['normal', 'urgent', 'very-urgent', 'express']),
  pages: z.int().nonnegative().nullable(),
  receivers: z.array(line).max(1000),
  answers: z.array(z.strictObject({ code: z.string().max(300), documentId: z.string().max(300) })).max(100),
  /** Letters that it recalls, replaces or puts right, by the ids they have here whether they came or not; absent: none. */
  concerns: z
    .array(
      z.strictObject({ way: z.enum(amendmentWays), letter: z.string().max(64), code: z.string().max(300) }),
    )
    .max(100)
    .optional(),
  /** Rule ids of what the message did against the format and was read all the same. */
  deviations: z.array(z.string().max(100)).max(200),
})
export type LetterContent = z.infer<typeof letterContent>

/** Directive (bút phê) of a leader: who leads, who works with, who is only told, by when (Decree 30 Art 23.2). */
export const directive = z.strictObject({
  text: z.string().max(4000),
  /** Null when nothing is to be done and people are only told. */
  lead: z.string().min(1).nullable(),
  cooperating: z.array(z.string().min(1)).max(50),
  inform: z.array(z.string().min(1)).max(200).default([]),
  deadline: z.iso.date().nullable(),
})
export type Directive = z.infer<typeof directive>

/** What the register says of a letter and may be corrected (Decree 30 Annex IV, columns 3 to 6). */
export const correctable = [
  'issuer',
  'number',
  'symbol',
  'issuedOn',
  'typeName',
  'subject',
  'signer',
] as const
export type Correctable = (typeof correctable)[number]

/** A value of the register that was put right: what stood there stays readable. */
export interface Correction {
  readonly column: Correctable
  readonly before: string
  readonly value: string
  readonly reason: string
  readonly at: Instant
  readonly by: ActorRef
}

/** A document of this agency that answers a letter, from its issue on. */
interface Reply {
  readonly document: string
  /** Number and symbol of the reply, as the register of handling names it (Decree 30 Annex IV). */
  readonly code: string
  readonly at: Instant
}

/** An incoming letter (văn bản đến). */
export interface Letter {
  readonly id: string
  readonly status: LetterStatus
  readonly content: LetterContent
  readonly files: readonly LetterFile[]
  readonly arrivedAt: Instant
  readonly acceptedAt: Instant | null
  readonly refused: { readonly reason: string; readonly at: Instant; readonly by: ActorRef } | null
  readonly number: { readonly book: string; readonly number: number; readonly date: LocalDate } | null
  readonly presentedTo: string | null
  /** For whom `presentedTo` stands in. */
  readonly presentedInsteadOf: string | null
  readonly directive: (Directive & { readonly at: Instant; readonly by: ActorRef }) | null
  /** How often it was directed: a directive that was taken back leaves its number. */
  readonly round: number
  /** Those who work on it without being named in the directive: deputies, and whom the work was passed on to. */
  readonly sharedWith: readonly string[]
  readonly finishedAt: Instant | null
  readonly result: string
  readonly trail: readonly TrailStep[]
  /** `original`: it came on paper; `copy`: its paper came too. Absent: electronic only. */
  readonly paper?: 'original' | 'copy'
  /** Oldest first; absent: none. */
  readonly corrections?: readonly Correction[]
  /** What its sender did to it since, oldest first; absent: nothing. */
  readonly amendments?: readonly Amendment[]
  /** Oldest first; absent: none. */
  readonly replies?: readonly Reply[]
}

/** Whether the sender asks for an answer by a day (`DueDate` is “hạn trả lời văn bản”, Decree 30 Annex VI II) and none was issued yet. */
export const awaitsReply = ({ content, replies = [] }: Pick<Letter, 'content' | 'replies'>): boolean =>
  content.dueDate !== null && replies.length === 0

/** The file whose signatures count: the first PDF, else the first file, else undefined. */
export function mainFileOf(letter: Pick<Letter, 'files'>): LetterFile | undefined {
  return letter.files.find((one) => one.file.mediaType === 'application/pdf') ?? letter.files[0]
}

/** The verdict that is shown and that decides acceptance: the worst over the signed files; `unsigned` when no file is signed. */
export function verdictOf(letter: Pick<Letter, 'files'>): VerdictWord {
  const worstFirst: readonly VerdictWord[] = ['invalid', 'unknown', 'warning', 'valid']
  return worstFirst.find((word) => letter.files.some((one) => one.verdict?.verdict === word)) ?? 'unsigned'
}

/** Number and symbol of a letter as its sender wrote them: `1286/UBND-NC`. */
export function codeOfLetter(content: Pick<LetterContent, 'number' | 'symbol'>): string {
  return [content.number, content.symbol].filter((part) => part !== '').join('/')
}

/** Everyone a directive names, each once, with their part. */
export function partsOf(given: Directive): readonly Part[] {
  const parts = new Map<string, Part['role']>()
  if (given.lead !== null) parts.set(given.lead, 'lead')
  for (const post of given.cooperating) if (!parts.has(post)) parts.set(post, 'cooperating')
  for (const post of given.inform) if (!parts.has(post)) parts.set(post, 'inform')
  return [...parts].map(([post, role]) => ({ post, role }))
}
