import { instantFrom, type Instant } from '#shared/kernel/instant.ts'
import type { Changes } from '../database/changes.ts'
import type { Office } from '../database/office.ts'
import { skewOf } from './clock-skew.ts'
import type { FeedCheckFailed } from './feed-check.ts'
import type { NoAnswer } from './no-answer.ts'

/** An answer of the node and when it was asked for and came. */
export interface Answered {
  readonly askedMs: number
  readonly answeredMs: number
  readonly serverTime: Instant
}

/** The node answered. */
export async function noteAnswer(office: Office, changes: Changes, answered: Answered): Promise<void> {
  const contact = await office.meta.contact()
  office.meta.putContact(changes, {
    ...contact,
    lastAt: instantFrom(answered.answeredMs),
    offlineSince: null,
    lastError: null,
    clockSkewMs: skewOf(answered.askedMs, answered.answeredMs, answered.serverTime),
  })
}

/** The node did not answer. */
export function noteOffline(office: Office, nowMs: number, { reason }: NoAnswer): Promise<void> {
  return office.store.write(async (changes) => {
    const contact = await office.meta.contact()
    office.meta.putContact(changes, {
      ...contact,
      offlineSince: contact.offlineSince ?? instantFrom(nowMs),
      lastError: reason,
    })
  })
}

/** A check of the log failed: syncing stops until a person asks for it again. */
export function noteFailure(office: Office, nowMs: number, { check, seq }: FeedCheckFailed): Promise<void> {
  return office.store.write(async (changes) => {
    const contact = await office.meta.contact()
    office.meta.putContact(changes, { ...contact, failure: { check, seq, at: instantFrom(nowMs) } })
  })
}

export function clearFailure(office: Office): Promise<void> {
  return office.store.write(async (changes) => {
    const contact = await office.meta.contact()
    if (contact.failure !== null) office.meta.putContact(changes, { ...contact, failure: null })
  })
}
