import { z } from 'zod'
import { millisOf } from '../kernel/instant.ts'

/** Posts of one question. */
export const MOST_BUSY_POSTS = 200
/** Days one question reaches over. */
export const MOST_BUSY_DAYS = 62

const instant = z.iso.datetime({ precision: 3 })
const id = z.string().min(1).max(64)

/** `POST /v1/busy`: when these posts of the agency are busy. A question although it is sent, since ids of people do not belong into addresses. */
export const askBusy = z
  .strictObject({
    workspace: id,
    posts: z.array(id).min(1).max(MOST_BUSY_POSTS),
    from: instant,
    until: instant,
    /** A meeting of the caller that is being moved: it keeps nobody busy. Somebody else's counts all the same. */
    except: id.nullable(),
  })
  .refine(
    ({ from, until }) => until > from && millisOf(until) - millisOf(from) <= MOST_BUSY_DAYS * 86_400_000,
  )
export type AskBusy = z.infer<typeof askBusy>

/** Stretches apart from each other and in order, within what was asked; nothing of what keeps anybody busy. */
export const busyAnswer = z.strictObject({
  /** The node's time for which it holds. */
  asOf: instant,
  posts: z.array(
    z.strictObject({ post: id, busy: z.array(z.strictObject({ from: instant, until: instant })) }),
  ),
})
export type BusyAnswer = z.infer<typeof busyAnswer>
