import type { Counters } from '../database/views.ts'
import { isToDo, workReasons } from '../projections/work.ts'
import type { PlaceId } from './places.ts'

/** What a place has for this post to do now. */
export function badgeOf(id: PlaceId, counters: Counters | undefined): number {
  if (counters === undefined) return 0
  const { work, incoming, outgoing, deliveries, outbox } = counters
  switch (id) {
    case 'today':
      return counters.dueToday
    case 'myWork':
      return workReasons.filter(isToDo).reduce((sum, reason) => sum + work[reason], 0)
    case 'toSign':
      return work.sign + work.review + work.checkForm
    case 'information':
      return work.inform
    case 'ballots':
      return work.ballot
    case 'incoming':
      return incoming.toAccept + incoming.toRegister + incoming.requests + incoming.unmatched
    case 'drafts':
      return work.returned
    case 'issueDesk':
      return outgoing.signed + outgoing.numbered + outgoing.sealed
    case 'delivery':
      return deliveries.failed + deliveries['02']
    case 'outbox':
      return outbox.waiting + outbox.attention
    default:
      return 0
  }
}
