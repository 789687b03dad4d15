import { z } from 'zod'
import type { ActorRef } from '../decision.ts'
import { amendmentWays, type Citation } from '../documents/amendment.ts'
import type { Instant } from '../../kernel/instant.ts'
import { derivedUuid } from '../../kernel/uuid.ts'
import { letterContent, letterFile } from './letter.ts'

const text = z.string().max(1000)
const code = z.string().max(300)

/** The document a sender speaks of, and how it names it. */
const cited = z.strictObject({
  documentId: code,
  typeName: text,
  code,
  issuedOn: z.iso.date().nullable(),
})

/**
 * What a sender asks about a document it sent: to recall it (edXML type 1, status 13), to have it put right (type 2) or replaced (type 3).
 * Only the proven sender of that document asks.
 */
export const senderRequest = z.strictObject({
  way: z.enum(amendmentWays),
  /** The letter here that is meant, whether it has come or not. */
  letter: z.string().min(1).max(64),
  from: z.strictObject({ code: z.string().max(64), name: text }),
  /** The code of this agency it was addressed to. */
  to: z.string().max(64),
  about: cited,
  /** The document by which it asks, and the letter that this became; null: a bare status. */
  notice: cited.extend({ subject: text, letter: z.string().max(64).nullable() }).nullable(),
  reason: z.string().max(2000),
  /** The document anew under its old number; null: nothing of it changes by itself. */
  update: z.strictObject({ content: letterContent, files: z.array(letterFile).max(500) }).nullable(),
})

/** The line of the register as it was when its letter was destroyed (Decree 30 Annex IV). */
export interface RegisteredLine extends Citation {
  readonly issuer: string
  readonly subject: string
  readonly receiver: string | null
  readonly transferredAt: Instant | null
}

interface RequestAnswer {
  readonly agreed: boolean
  readonly at: Instant
  readonly by: ActorRef
  /** Who decided to refuse; null: agreed. */
  readonly decidedBy: string | null
  readonly reason: string
}

/** A sender's request with what became of it. */
export interface SenderRequest extends z.infer<typeof senderRequest> {
  readonly id: string
  readonly askedAt: Instant
  readonly answer: RequestAnswer | null
  /** What the register goes on saying of a recalled letter; null: it was not registered, or it is still here. */
  readonly line: RegisteredLine | null
  /** Put aside because nothing here is meant. */
  readonly settledAt: Instant | null
}

/** The same for one notice about one letter, however often it comes. `notice`: its identifier, or the moment of a bare status. */
export const senderRequestId = (letter: string, way: SenderRequest['way'], notice: string): string =>
  derivedUuid('sender-request', letter, way, notice.trim())
