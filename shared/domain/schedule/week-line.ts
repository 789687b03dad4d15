import { z } from 'zod'
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts'

/** Minutes after midnight at which the afternoon begins. */
export const NOON = 12 * 60

/** Halves of a day (buổi). Stored and exchanged. */
export const halves = ['morning', 'afternoon'] as const
export type Half = (typeof halves)[number]

const id = z.string().min(1).max(64)
const text = (most: number) => z.string().trim().max(most)
const minute = z.int().min(0).max(1440)

/** When, and in whose schedule: what everybody in the agency may know of any line. */
const place = {
  id,
  /** Posts of the leaders whose schedule it stands in. */
  leaders: z
    .array(id)
    .min(1)
    .max(40)
    .refine((posts) => new Set(posts).size === posts.length),
  day: z.iso.date(),
  half: z.enum(halves),
  /** Minutes after midnight at the agency; null where only the half of the day is known. */
  hours: z
    .strictObject({ from: minute, until: minute.nullable() })
    .refine(({ from, until }) => until === null || until > from)
    .nullable(),
}

/** A leader is busy. Such a line has no words at all, so that none can be published. */
const busyLine = z.strictObject({ ...place, busy: z.literal(true) })
const shownLine = z.strictObject({
  ...place,
  busy: z.literal(false),
  content: text(500).min(1),
  place: text(500),
  chair: text(200),
  attendees: text(1000),
  /** Who prepares it. */
  preparer: text(500),
  transport: text(200),
})

/** A line of the weekly schedule (lịch công tác tuần). */
export const weekLine = z.discriminatedUnion('busy', [busyLine, shownLine])
export type WeekLine = z.infer<typeof weekLine>
export type ShownLine = z.infer<typeof shownLine>

/** The halves of its day in which it stands: one that begins in the morning may go on behind noon. */
export function halvesOf({ half, hours }: Pick<WeekLine, 'half' | 'hours'>): readonly Half[] {
  const goesOn = half === 'morning' && hours !== null && (hours.until ?? 0) > NOON + 60
  return goesOn ? halves : [half]
}

/** The half of a day in which a minute lies. */
export const halfAt = (minute: number): Half => (minute < NOON ? 'morning' : 'afternoon')

/** In the order in which they take place; what has no hour stands first in its half of the day. */
export function inOrder(lines: readonly WeekLine[]): readonly WeekLine[] {
  const key = ({ day, half, hours, id }: WeekLine): string =>
    [day, halves.indexOf(half), String(hours?.from ?? 0).padStart(4, '0'), id].join(' ')
  return lines.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Whether two lines, or lists of lines, say the same. */
export const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(one as Json) === canonicalJson(other as Json)
