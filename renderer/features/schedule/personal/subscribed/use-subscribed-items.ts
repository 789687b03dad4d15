import { useEffect, useMemo, useState } from 'react'
import { addDays } from '#shared/domain/calendar/days.ts'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import type { Subscription } from '#shared/protocol/calendar-subscriptions.ts'
import { useReaders } from '../../../../database/office-context.tsx'
import { useSubscriptions } from '../../../../database/use-live-meetings.ts'
import { dayStartMs, itemOf, type CalendarItem } from '../calendar-item.ts'
import type { Looked } from './messages.ts'
import { subscribedClient, type SubscribedClient } from './subscribed-client.ts'
import { openWorkerPort } from './worker-port.ts'

/** What the calendars one subscribed to show of some days. */
export interface SubscribedItems {
  readonly items: readonly CalendarItem[]
  /** Events that could not be shown; of a calendar that cannot be read all. */
  readonly unshown: number
  /** The event behind an item, as it was sent. */
  readonly entryOf: (item: CalendarItem) => Promise<CalendarEntry | undefined>
}

const NONE: readonly Subscription[] = []

/** They are read beside the page: until then, and for one that cannot be read, there is nothing of them. */
export function useSubscribedItems(first: LocalDate, last: LocalDate): SubscribedItems {
  const subscriptions = useSubscriptions() ?? NONE
  const client = useClient()
  const [looked, setLooked] = useState<ReadonlyMap<string, Looked | undefined>>(new Map())
  const versions = subscriptions.flatMap(({ id, version }) => (version === null ? [] : [`${id} ${version}`]))
  const asked = versions.join('\n')
  useEffect(() => {
    let isCurrent = true
    const [fromMs, toMs] = [dayStartMs(first), dayStartMs(addDays(last, 1))]
    const all = asked === '' ? [] : asked.split('\n').map((one) => one.split(' '))
    const look = async (): Promise<void> => {
      const found = new Map<string, Looked | undefined>()
      for (const [id = '', version = ''] of all) {
        const answer = await client()?.look({ id, version }, fromMs, toMs)
        if (!isCurrent) return
        found.set(id, answer)
      }
      setLooked(found)
    }
    void look()
    return () => {
      isCurrent = false
    }
  }, [client, asked, first, last])
  return useMemo(
    () => ({
      items: subscriptions.flatMap((one) =>
        (looked.get(one.id)?.occurrences ?? []).map((occurrence) => itemOf(occurrence, one)),
      ),
      unshown: subscriptions.reduce(
        (sum, { id, events }) => sum + (looked.has(id) ? (looked.get(id)?.unshown ?? events) : 0),
        0,
      ),
      entryOf: async ({ at, from }) => {
        const one = subscriptions.find(({ id }) => id === from?.id)
        if (one === undefined || one.version === null || typeof at !== 'object' || at === null)
          return undefined
        return client()?.entry({ id: one.id, version: one.version }, at.uid)
      },
    }),
    [subscriptions, looked, client],
  )
}

/** One worker for as long as the calendar is on screen. */
function useClient(): () => SubscribedClient | undefined {
  const { office } = useReaders()
  const [held] = useState<{ client: SubscribedClient | undefined; get: () => SubscribedClient | undefined }>(
    () => {
      const holder = { client: undefined as SubscribedClient | undefined, get: () => holder.client }
      return holder
    },
  )
  useEffect(() => {
    const client = subscribedClient(openWorkerPort, (id) => office.meetings.subscribedText(id))
    held.client = client
    return () => {
      held.client = undefined
      client.close()
    }
  }, [held, office])
  return held.get
}
