import { overlaps, type Span } from '#shared/domain/free/span.ts'
import {
  MOST_SUBSCRIPTIONS,
  type Subscription,
  type SubscriptionAct,
  type SubscriptionProblem,
  type SubscriptionsAnswer,
} from '#shared/protocol/calendar-subscriptions.ts'
import { atOnce } from '../../isolation/at-once.ts'
import type { Clock, Journal } from '../../ports.ts'
import { calendarAddress, type IsNamed } from './calendar-address.ts'
import type { Network } from './open-calendar.ts'
import type { Judge } from './judge.port.ts'
import { readOne, type Tried } from './read-one.ts'
import { BY_HAND_MS } from './reading-times.ts'
import type { KeptSubscription, Subscriber, SubscriptionFiles } from './subscription-files.ts'
import { toldSubscription } from './told-subscription.ts'

export interface SubscriptionsDeps {
  readonly files: SubscriptionFiles
  readonly judge: Judge
  readonly network: Network
  readonly clock: Clock
  readonly journal: Journal
  /** What the operator of the node says now. */
  readonly isNamed: () => Promise<IsNamed>
  /** False of who left the agency; undefined when nobody can tell. */
  readonly isThere: (owner: Subscriber) => Promise<boolean | undefined>
}

/** The calendars that people subscribed to: the node reads them, since it alone is always there. */
export interface Subscriptions {
  of(owner: Subscriber): Promise<readonly Subscription[]>
  /** Why it was not done; null when it was. A first reading that may succeed later keeps the subscription. */
  act(owner: Subscriber, act: SubscriptionAct): Promise<SubscriptionsAnswer['refused']>
  /** As it was sent; undefined when nothing was read yet. */
  body(owner: Subscriber, id: string): Promise<{ version: string; bytes: Uint8Array } | undefined>
  /** When calendars that count keep somebody busy. */
  busyOf(owner: Subscriber, span: Span): Promise<readonly Span[]>
  /** Reads what is due and drops what belongs to nobody any more; resolved when done. */
  readDue(): Promise<void>
  close(): Promise<void>
}

/** Calendars read at once, by whom they are asked for. */
const AT_ONCE = 4
/** What may pass without anybody changing the address. */
const PASSING: ReadonlySet<SubscriptionProblem> = new Set(['unreachable', 'timeout', 'server-failed'])

export function subscriptions(deps: SubscriptionsDeps): Subscriptions {
  const { files, clock, journal } = deps
  const end = new AbortController()
  const byHand = atOnce(AT_ONCE)
  const byTime = atOnce(AT_ONCE)
  const reading = new Set<string>()
  const turns = new Map<string, Promise<unknown>>()
  let sweeping: Promise<void> | undefined

  /** What is done to the list of one owner is done one after the other. */
  const inTurn = <T>(owner: Subscriber, work: () => Promise<T>): Promise<T> => {
    const key = keyOf(owner)
    const turn = (turns.get(key) ?? Promise.resolve()).then(work)
    const ended = turn.then(
      () => undefined,
      () => undefined,
    )
    turns.set(key, ended)
    void ended.then(() => turns.get(key) === ended && turns.delete(key))
    return turn
  }
  /** Answers the list as it was. */
  const change = (
    owner: Subscriber,
    next: (list: readonly KeptSubscription[]) => readonly KeptSubscription[],
  ): Promise<readonly KeptSubscription[]> =>
    inTurn(owner, async () => {
      const before = await files.of(owner)
      const after = next(before)
      if (after !== before) await files.keep(owner, after)
      return before
    })
  const read = async (owner: Subscriber, one: KeptSubscription): Promise<Tried> =>
    readOne(owner, one, await deps.isNamed(), { ...deps, until: end.signal })

  /** One reading of a subscription at a time; false when it is being read, or the node ends. */
  const alone = async (owner: Subscriber, id: string, work: () => Promise<void>): Promise<boolean> => {
    const key = `${keyOf(owner)} ${id}`
    if (reading.has(key) || end.signal.aborted) return false
    reading.add(key)
    try {
      await work()
      return true
    } finally {
      reading.delete(key)
    }
  }

  /** Notes what a try found of a subscription, if there still is one; what its owner changed meanwhile stays. */
  const note = async (owner: Subscriber, { next }: Tried): Promise<void> => {
    const list = await change(owner, (all) =>
      all.map((one) =>
        one.id === next.id ? { ...next, name: one.name, mark: one.mark, isBusy: one.isBusy } : one,
      ),
    )
    const before = list.find(({ id }) => id === next.id)
    const left = before === undefined ? next.version : before.version
    if (left !== null && (before === undefined || left !== next.version))
      await files.removeBody(owner, next.id, left)
  }

  const again = (owner: Subscriber, one: KeptSubscription): Promise<boolean> =>
    alone(owner, one.id, async () => {
      const found = await read(owner, one)
      if (!end.signal.aborted) await note(owner, found)
    })

  const add = async (
    owner: Subscriber,
    asked: SubscriptionAct & { readonly what: 'add' },
  ): Promise<SubscriptionsAnswer['refused']> => {
    const url = calendarAddress(asked.address)
    if (url === undefined) return 'address-invalid'
    const known = await files.of(owner)
    if (known.some(({ id }) => id === asked.id)) return null
    if (known.length >= MOST_SUBSCRIPTIONS) return 'too-many'
    const { id, mark, isBusy } = asked
    const begun = {
      ...unread,
      id,
      mark,
      isBusy,
      address: url.href,
      name: asked.name ?? url.host.slice(0, 100),
    }
    let refused: SubscriptionsAnswer['refused'] = null
    const isRead = await alone(owner, id, async () => {
      const { next, ownName } = await byHand(() => read(owner, begun))
      if (end.signal.aborted) refused = 'unreachable'
      else if (next.problem !== null && !PASSING.has(next.problem)) refused = next.problem
      else {
        const name = asked.name === null && ownName !== '' ? ownName : begun.name
        const list = await change(owner, (all) =>
          all.length < MOST_SUBSCRIPTIONS ? [...all, { ...next, name }] : all,
        )
        if (list.length >= MOST_SUBSCRIPTIONS) refused = 'too-many'
      }
      if (refused !== null && next.version !== null) await files.removeBody(owner, id, next.version)
    })
    return isRead ? refused : 'too-often'
  }

  /** What of this person is to be read now. Of who left the agency nothing is kept. */
  const dueOf = async (owner: Subscriber): Promise<readonly KeptSubscription[]> => {
    if ((await deps.isThere(owner)) !== false)
      return (await files.of(owner)).filter(({ nextMs }) => nextMs <= clock.now())
    await change(owner, () => [])
    return []
  }
  /** What goes wrong with one calendar, or the list of one person, keeps nobody else from theirs. */
  const orSaid = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    work.catch((error: unknown) => {
      journal.error('a subscribed calendar was not read', error)
      return otherwise
    })
  const sweep = async (): Promise<void> => {
    const readings: Promise<boolean>[] = []
    for (const owner of await files.subscribers())
      for (const one of await orSaid(dueOf(owner), []))
        readings.push(
          orSaid(
            byTime(() => again(owner, one)),
            false,
          ),
        )
    await Promise.all(readings)
  }

  return {
    of: async (owner) => (await files.of(owner)).map(toldSubscription),
    act: async (owner, act) => {
      switch (act.what) {
        case 'add':
          return add(owner, act)
        case 'change': {
          const { id, name, mark, isBusy } = act
          await change(owner, (list) =>
            list.map((one) => (one.id === id ? { ...one, name, mark, isBusy } : one)),
          )
          return null
        }
        case 'remove':
          await change(owner, (list) => list.filter(({ id }) => id !== act.id))
          return null
        case 'read': {
          const one = (await files.of(owner)).find(({ id }) => id === act.id)
          if (one === undefined) return null
          if (clock.now() - one.triedMs < BY_HAND_MS) return 'too-often'
          return (await byHand(() => again(owner, one))) ? null : 'too-often'
        }
      }
    },
    body: async (owner, id) => {
      const version = (await files.of(owner)).find((one) => one.id === id)?.version ?? null
      const bytes = version === null ? undefined : await files.readBody(owner, id, version)
      return version === null || bytes === undefined ? undefined : { version, bytes }
    },
    busyOf: async (owner, span) =>
      (await files.of(owner))
        .filter(({ isBusy }) => isBusy)
        .flatMap(({ busy }) => busy.filter((one) => overlaps(one, span))),
    readDue: () => {
      sweeping ??= sweep()
        .catch((error: unknown) => {
          journal.error('subscribed calendars were not read', error)
        })
        .finally(() => {
          sweeping = undefined
        })
      return sweeping
    },
    close: async () => {
      end.abort()
      await sweeping
    },
  }
}

const keyOf = ({ workspace, person }: Subscriber): string => `${workspace} ${person}`

const unread = {
  version: null,
  readAt: null,
  events: 0,
  unshown: 0,
  problem: null,
  etag: null,
  lastModified: null,
  triedMs: 0,
  failures: 0,
  nextMs: 0,
  busy: [],
  lookedAtMs: 0,
} as const satisfies Partial<KeptSubscription>
