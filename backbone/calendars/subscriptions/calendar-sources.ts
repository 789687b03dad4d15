import { z } from 'zod'
import { jsonFile } from '../../sealing/json-file.ts'
import type { SealedFiles } from '../../sealing/sealed-files.ts'

/** An origin as URL.origin writes it. */
export const calendarSource = z
  .url({ protocol: /^https?$/ })
  .refine((text) => new URL(text).origin === text.replace(/\/$/, '').toLowerCase())
  .transform((text) => new URL(text).origin)

const NAME = 'calendar-sources'

/** Origins in private networks, or without TLS, at which people may read calendars: what the operator of the node named. */
export interface CalendarSources {
  all(): Promise<readonly string[]>
  set(origins: readonly string[]): Promise<void>
}

/** Read anew each time, so that what the operator names holds for a node that runs. */
export function calendarSources(files: Pick<SealedFiles, 'read' | 'write'>): CalendarSources {
  const file = jsonFile(files, NAME, z.array(z.string()).readonly(), [])
  return {
    all: file.read,
    set: async (origins) => {
      await file.change(() => [...new Set(origins)].sort())
    },
  }
}
