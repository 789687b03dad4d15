import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import type { FromSubscribed, Looked, SubscribedVersion, ToSubscribed } from './messages.ts'

/** A worker, or what stands for one in a test. */
export interface SubscribedPort {
  readonly post: (asked: ToSubscribed) => void
  readonly onAnswer: (listener: (answer: FromSubscribed) => void) => void
  readonly close: () => void
}

/** Reads calendars for the page. A calendar that takes too long is not read again until it is another. */
export interface SubscribedClient {
  /** Undefined when it cannot be read. */
  readonly look: (of: SubscribedVersion, fromMs: number, toMs: number) => Promise<Looked | undefined>
  /** An event as it was sent, to be kept; undefined when there is none. */
  readonly entry: (of: SubscribedVersion, uid: string) => Promise<CalendarEntry | undefined>
  readonly close: () => void
}

type Asked =
  | { readonly kind: 'look'; readonly fromMs: number; readonly toMs: number }
  | { readonly kind: 'entry'; readonly uid: string }

const LONGEST_MS = 10_000

export function subscribedClient(
  openPort: () => SubscribedPort,
  textOf: (id: string) => Promise<{ readonly version: string; readonly text: string } | undefined>,
  longestMs = LONGEST_MS,
): SubscribedClient {
  let port: SubscribedPort | undefined
  let last: Promise<unknown> = Promise.resolve()
  let number = 0
  let isClosed = false
  let stop: (() => void) | undefined
  /** Versions that the worker has, and those that it did not come to an end with. */
  const given = new Map<string, string>()
  const blamed = new Set<string>()
  const close = (): void => {
    port?.close()
    port = undefined
    given.clear()
  }

  const answerTo = (asked: ToSubscribed): Promise<FromSubscribed | undefined> =>
    new Promise((resolve) => {
      const open = (port ??= openPort())
      const end = (answer: FromSubscribed | undefined): void => {
        clearTimeout(timer)
        stop = undefined
        resolve(answer)
      }
      const timer = setTimeout(() => {
        blamed.add(`${asked.id} ${asked.version}`)
        close()
        end(undefined)
      }, longestMs)
      stop = () => end(undefined)
      open.onAnswer((answer) => {
        if (answer.number === asked.number) end(answer)
      })
      open.post(asked)
    })

  const ask = async (
    { id, version }: SubscribedVersion,
    what: Asked,
  ): Promise<FromSubscribed | undefined> => {
    if (isClosed || blamed.has(`${id} ${version}`)) return undefined
    const text = given.get(id) === version ? null : await textOf(id)
    if (text === undefined || (text !== null && text.version !== version)) return undefined
    number += 1
    const answer = await answerTo({ ...what, id, version, number, text: text?.text ?? null })
    if (answer !== undefined) given.set(id, version)
    return answer
  }
  /** One after the other, so that it is known whose fault it is when the worker stands still. */
  const inTurn = (of: SubscribedVersion, what: Asked): Promise<FromSubscribed | undefined> => {
    const turn = last.then(() => ask(of, what))
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    look: async (of, fromMs, toMs) => {
      const answer = await inTurn(of, { kind: 'look', fromMs, toMs })
      return answer?.kind === 'looked' ? answer.looked : undefined
    },
    entry: async (of, uid) => {
      const answer = await inTurn(of, { kind: 'entry', uid })
      return answer?.kind === 'entry' ? (answer.entry ?? undefined) : undefined
    },
    close: () => {
      isClosed = true
      close()
      stop?.()
    },
  }
}
