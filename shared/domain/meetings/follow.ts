import { z } from 'zod'
import type { AgendaItem } from './meeting.ts'

/** Names the meeting that another one goes on from; `minutesTitle`: how the item is called under which its minutes are approved. */
export const follow = z.strictObject({
  meeting: z.string().min(1).max(64),
  minutesTitle: z.string().trim().min(1).max(500),
})
export type Follow = z.infer<typeof follow>

/** The item under which the minutes of an earlier meeting are approved. */
export const minutesItemOf = (earlier: string): string => `minutes.${earlier}`.slice(0, 64)

/** The item without what was said and decided about it. */
export const agendaItemOf = ({
  id,
  title,
  presenter,
  minutes,
  mayBeAdoptedTogether,
  minutesOf,
}: AgendaItem): AgendaItem => ({
  ...{ id, title, presenter, minutes, mayBeAdoptedTogether },
  ...(minutesOf === undefined ? {} : { minutesOf }),
})
