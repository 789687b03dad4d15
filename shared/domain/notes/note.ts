import { z } from 'zod'
import type { Instant } from '../../kernel/instant.ts'

const id = z.string().min(1).max(64)

/** A passage of a page by its own words and some of those around it: found again in another version of the same paper. */
export const passage = z.strictObject({
  quote: z.string().trim().min(1).max(2000),
  before: z.string().max(300),
  after: z.string().max(300),
})
export type Passage = z.infer<typeof passage>

/** What a note is about: the meeting, an item of its agenda, or a page of a paper (`file`: SHA-256 of the version it was written on). */
export const noteSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('meeting') }),
  z.strictObject({ kind: z.literal('item'), item: id }),
  z.strictObject({
    kind: z.literal('page'),
    item: id,
    paper: id,
    file: z.string().regex(/^[0-9a-f]{64}$/),
    /** From 1. */
    page: z.int().min(1).max(10_000),
    /** null: beside the whole page. */
    passage: passage.nullable(),
  }),
])
export type NoteSubject = z.infer<typeof noteSubject>
export type PageSubject = Extract<NoteSubject, { kind: 'page' }>

/** A note that one person keeps on a meeting for themselves: no other person, post or role ever sees it. */
export interface Note {
  readonly id: string
  /** The person, not the post: whoever takes over the post does not get it. */
  readonly owner: string
  readonly meeting: string
  readonly about: NoteSubject
  /** Empty for a passage that is highlighted only. */
  readonly text: string
  readonly at: Instant
  readonly changedAt: Instant
  readonly isRemoved: boolean
}
