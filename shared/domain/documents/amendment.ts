import { z } from 'zod'
import type { LocalDate } from '../../kernel/instant.ts'

/**
 * What a later document does to one that is issued: puts its form right (đính chính) or replaces it (Decree 30 Art 18.3), or recalls it
 * (thu hồi, Art 18.4). Stored and exchanged.
 */
export const amendmentWays = ['correction', 'replacement', 'recall'] as const
export type AmendmentWay = (typeof amendmentWays)[number]

/** What a document is begun for. */
export const amending = z.strictObject({
  way: z.enum(amendmentWays),
  document: z.string().min(1).max(64),
  reason: z.string().max(1000),
})
export type Amending = z.infer<typeof amending>

/** How the law cites a document: kind, number and symbol, day. */
export interface Citation {
  readonly typeName: string
  readonly code: string
  readonly issuedOn: LocalDate | null
}

/** The document a later one is about, as it stood when that was begun. */
export type Amends = Amending & Citation

/** What a later document did, seen from the one it is about. */
export const amendment = z.strictObject({
  way: z.enum(amendmentWays),
  /** Id of the later one; null: it is not kept here. */
  by: z.string().max(64).nullable(),
  typeName: z.string().max(1000),
  code: z.string().max(300),
  issuedOn: z.iso.date().nullable(),
})
export type Amendment = z.infer<typeof amendment>

/** What counts of all that was done to it: a recall before a replacement before a correction; undefined: nothing. */
export const weightiest = (amendments: readonly Amendment[] | undefined): Amendment | undefined =>
  (amendments ?? []).reduce<Amendment | undefined>(
    (one, other) =>
      one === undefined || amendmentWays.indexOf(other.way) >= amendmentWays.indexOf(one.way) ? other : one,
    undefined,
  )
