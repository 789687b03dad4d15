import { instantFrom } from '#shared/kernel/instant.ts'
import { MOST_HOST, type Subscription } from '#shared/protocol/calendar-subscriptions.ts'
import type { KeptSubscription } from './subscription-files.ts'

/** A subscription as its owner is told of it: of the address, which is often a secret, only the host. */
export function toldSubscription(one: KeptSubscription): Subscription {
  const { id, name, mark, isBusy, version, readAt, events, unshown, problem, address, nextMs } = one
  const host = new URL(address).host.slice(0, MOST_HOST)
  return {
    id,
    name,
    host,
    mark,
    isBusy,
    version,
    readAt,
    events,
    unshown,
    problem,
    nextAt: instantFrom(nextMs),
  }
}
