import { randomBytes } from 'node:crypto'
import { isAppError } from '#shared/errors/to-app-error.ts'
import { toBase64 } from '#shared/kernel/bytes.ts'
import { instantFrom, type Instant } from '#shared/kernel/instant.ts'
import { uuidV7 } from '#shared/kernel/uuid.ts'
import { accessText, subjectKey, type AccessKind, type AccessSubject } from '#shared/log/access.ts'
import { MOST_ACCESSES } from '#shared/protocol/accesses.ts'
import type { Backbone } from '../backbone/backbone.port.ts'
import type { Log } from '../log/log.port.ts'
import type { DeviceKey } from '../session/device-key.ts'
import type { Who } from '../session/last-session.ts'
import type { AccessQueue } from './access-queue.ts'

/** Writes down what a person opens, saves and exports at this desk, signed with the key of their device, with or without a network. */
export interface AccessJournal {
  /** One record a reading: what is looked at again within half an hour is the same. Never rejects: nobody is kept from reading. */
  opened(subject: AccessSubject): Promise<void>
  /** On disk when it answers, so that nothing leaves the program unrecorded. Throws AppError `disk-full`. */
  left(access: Exclude<AccessKind, 'opened'>, subject: AccessSubject): Promise<void>
  /** Sends what waits, now: the node was reached. Resolves when it was tried; never rejects. */
  send(): Promise<void>
}

export interface AccessJournalOptions {
  readonly who: Who
  readonly device: DeviceKey
  readonly backbone: Pick<Backbone, 'submitAccesses'>
  readonly queue: AccessQueue
  readonly log: Log
  readonly now: () => number
  readonly seenServerTime: () => Instant | null
  /** What this machine calls itself. */
  readonly computer: string
}

const READING_MS = 30 * 60_000
/** What comes within this goes out together. */
const GATHER_MS = 2000
const COMPUTER_LETTERS = 64

export function accessJournal(options: AccessJournalOptions): AccessJournal {
  const { who, device, backbone, queue, log, now } = options
  const computer = options.computer.replaceAll(/\p{C}/gu, '').slice(0, COMPUTER_LETTERS)
  /** When what was opened was last looked at. */
  const readings = new Map<string, number>()
  /** What the node did not take as it is: tried again in the next run of the program. */
  const setAside = new Set<string>()
  let gathering: NodeJS.Timeout | undefined
  let sending = Promise.resolve()

  async function keep(access: AccessKind, subject: AccessSubject): Promise<void> {
    const id = uuidV7(now(), randomBytes(10))
    const text = accessText({
      version: 1,
      id,
      ...who,
      access,
      subject,
      at: instantFrom(now()),
      seenServerTime: options.seenServerTime(),
      computer,
    })
    await queue.keep({ id, record: { text, signature: toBase64(device.sign(text)), key: device.id } })
    gathering ??= setTimeout(() => void send(), GATHER_MS).unref()
  }

  async function sendAll(): Promise<void> {
    for (;;) {
      const waiting = await queue.waiting(MOST_ACCESSES, setAside)
      if (waiting.length === 0) return
      const records = waiting.map(({ record }) => record)
      const outcomes = await backbone.submitAccesses({ workspace: who.workspace, records })
      for (const [index, { id }] of waiting.entries()) {
        const outcome = outcomes[index]
        if (outcome?.outcome === 'kept') await queue.remove(id)
        else {
          setAside.add(id)
          log.warn('the node did not take an access', { code: outcome?.code ?? 'none' })
        }
      }
    }
  }

  function send(): Promise<void> {
    clearTimeout(gathering)
    gathering = undefined
    sending = sending.then(sendAll).catch((error: unknown) => {
      if (!isAppError(error, 'offline')) log.error('accesses could not be sent', error)
    })
    return sending
  }

  return {
    async opened(subject) {
      const key = subjectKey(subject)
      const last = readings.get(key)
      readings.set(key, now())
      if (last !== undefined && now() - last < READING_MS) return
      try {
        await keep('opened', subject)
      } catch (error) {
        readings.delete(key)
        log.error('an access could not be written down', error)
      }
    },
    left: keep,
    send,
  }
}
