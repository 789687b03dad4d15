import { z } from 'zod'
import { callDetails, memberParts, type CallDetails, type Meeting } from './meeting.ts'

const id = z.string().min(1).max(64)

/** What is changed of a meeting and nothing else: what somebody else changes at the same time stays. */
export const adjustment = z.strictObject({
  details: callDetails.omit({ members: true, letter: true }).partial(),
  /** Who is called beside those who are, or in another part. */
  called: z.array(z.strictObject({ post: id, part: z.enum(memberParts) })).max(500),
  uncalled: z.array(id).max(500),
})
export type Adjustment = z.infer<typeof adjustment>

/** What the invitation of a meeting says now. */
export function detailsOf(state: Meeting): CallDetails {
  const members = state.members.map(({ post, part }) => ({ post, part }))
  return callDetails.strip().parse({ ...state, members })
}

/** What has to be changed of a meeting for its invitation to say this. */
export function adjustmentTo(before: CallDetails, after: CallDetails): Adjustment {
  const names = Object.keys(adjustment.shape.details.shape) as (keyof Adjustment['details'])[]
  const said = (details: CallDetails, name: (typeof names)[number]): string =>
    JSON.stringify(details[name] ?? (name === 'rooms' ? [] : null))
  const changed = names.filter((name) => said(before, name) !== said(after, name))
  return {
    details: Object.fromEntries(changed.map((name) => [name, after[name]])),
    called: after.members.filter(
      (one) => !before.members.some(({ post, part }) => post === one.post && part === one.part),
    ),
    uncalled: before.members
      .filter(({ post }) => !after.members.some((one) => one.post === post))
      .map(({ post }) => post),
  }
}

/** Whether anything is to be changed. */
export const isAdjusting = ({ details, called, uncalled }: Adjustment): boolean =>
  Object.keys(details).length + called.length + uncalled.length > 0
