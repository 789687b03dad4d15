import { judgeCalendar } from '#shared/exchange/calendar/subscribed/read-subscribed.ts'
import type { Clock, Journal } from '../../ports.ts'
import { memoryFiles } from '../../sealing/memory-files.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { namedBy } from './calendar-address.ts'
import type { CalendarSources } from './calendar-sources.ts'
import type { Judge } from './judge.port.ts'
import { realNetwork, type Network } from './open-calendar.ts'
import { subscriptionFiles, type SubscriptionFiles } from './subscription-files.ts'
import { subscriptions, type Subscriptions } from './subscriptions.ts'

/** How often it is looked which calendars are due. */
export const DUE_EVERY_MS = 60_000

/** What reading calendars of others takes. */
export interface Subscribing {
  readonly files: SubscriptionFiles
  readonly sources: Pick<CalendarSources, 'all'>
  readonly network: Network
  /** A process of its own; without it this one looks. */
  readonly judge: Judge
}

interface SubscribingNode {
  readonly clock: Clock
  readonly journal: Journal
  /** Only in practice: elsewhere what listens on the node's machine is nobody's to read. */
  readonly isOwnMachineNamed: boolean
  readonly workspace: (id: string) => Workspace | undefined
}

/** The subscriptions of a node; what is not given is kept until it ends. */
export function subscribing(
  given: Partial<Subscribing>,
  { clock, journal, isOwnMachineNamed, workspace }: SubscribingNode,
): Subscriptions {
  return subscriptions({
    files: given.files ?? subscriptionFiles(memoryFiles()),
    judge: given.judge ?? ((bytes, window) => Promise.resolve(judgeCalendar(bytes, window))),
    network: given.network ?? realNetwork,
    clock,
    journal,
    isNamed: async () => namedBy((await given.sources?.all()) ?? [], isOwnMachineNamed),
    isThere: ({ workspace: id, person }) => {
      const found = workspace(id)
      return Promise.resolve(found && found.principalsOf(person).length > 0)
    },
  })
}
