import { z } from 'zod'

/** Bytes that cross between page and main. */
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
/** No input, or no answer but that it is done. */
export const nothing = z.void()
/** SHA-256 of a file, lower-case hex. */
export const blobHash = z.string().regex(/^[0-9a-f]{64}$/)
/** ISO 8601, UTC, milliseconds. */
export const instant = z.iso.datetime({ precision: 3 })
/** Id of a person or an agency as the node gives it. */
export const plainId = z.string().min(1).max(64)
/** A file the user chose or dropped, as main knows it; worth one use in this run of the program. */
export const fileToken = z.string().regex(/^[0-9a-f]{32}$/)
/** Name of a file as shown and proposed: one segment, never used as a path. */
export const fileName = z
  .string()
  .min(1)
  .max(255)
  .refine((name) => !/[/\\\p{Cc}]/u.test(name) && name !== '.' && name !== '..')
