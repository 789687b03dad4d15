import { z } from 'zod'
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
  return {
    all: async () => {
      const bytes = await files.read(NAME)
      return bytes === undefined
        ? []
        : z.array(z.string()).parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    },
    set: (origins) => files.write(NAME, JSON.stringify([...new Set(origins)].sort())),
  }
}
