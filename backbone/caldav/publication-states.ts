import { z } from 'zod'
import { publishProblems } from '#shared/protocol/calendar-server.ts'
import { readJson } from '../sealing/json-file.ts'
import type { SealedFiles } from '../sealing/sealed-files.ts'

const publicationState = z.strictObject({
  /** Tells the server, user and password it speaks of from others. */
  to: z.string(),
  publishedAt: z.string().nullable(),
  entries: z.int(),
  leftOut: z.int(),
  problem: z.enum(publishProblems).nullable(),
  /** In a row. */
  failures: z.int(),
  nextTryMs: z.number(),
  /** `Marks` of what lies there. */
  marks: z.array(z.tuple([z.string(), z.tuple([z.string(), z.string()])])),
})
/** What is known of a collection since it was last looked at; nothing in it is needed to go on. */
export type PublicationState = z.infer<typeof publicationState>

/** Nothing is known of this server yet. */
export const unpublished = (to: string): PublicationState => ({
  to,
  publishedAt: null,
  entries: 0,
  leftOut: 0,
  problem: null,
  failures: 0,
  nextTryMs: 0,
  marks: [],
})

export interface PublicationStates {
  of(key: string): Promise<PublicationState | undefined>
  set(key: string, state: PublicationState): Promise<void>
  remove(key: string): Promise<void>
}

const nameOf = (key: string): string => `calendar-publication/${key}`

/** A sealed file for each publication. */
export function publicationStates(files: Pick<SealedFiles, 'read' | 'write' | 'remove'>): PublicationStates {
  return {
    of: (key) => readJson(files, nameOf(key), publicationState),
    set: (key, state) => files.write(nameOf(key), JSON.stringify(state)),
    remove: (key) => files.remove(nameOf(key)),
  }
}
