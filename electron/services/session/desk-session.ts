import { AppError } from '#shared/errors/app-error.ts'
import type { Connectivity, SessionFacts } from '#shared/ipc/session.ipc.ts'
import { instantFrom, millisOf, type Instant } from '#shared/kernel/instant.ts'
import type { LiveFrame } from '#shared/protocol/feed.ts'
import { backOff } from '../backbone/back-off.ts'
import type { Backbone, NodeAccess } from '../backbone/backbone.port.ts'
import { startLiveTail, type LiveTail } from '../backbone/live-tail.ts'
import type { BlobKeys, BlobStore } from '../blobs/blobs.port.ts'
import type { Log } from '../log/log.port.ts'
import type { Secrets } from '../secrets/secrets.port.ts'
import type { AccessJournal } from '../accesses/access-journal.ts'
import { loadDeskKeys, type DeskKeys } from './desk-keys.ts'
import { loadDeviceKey, type DeviceKey } from './device-key.ts'
import { keepKnownNode, readKnownNode, type KnownNode, sameNode } from './known-node.ts'
import type { LastSession, Who } from './last-session.ts'

export interface DeskSessionOptions {
  readonly secrets: Secrets
  readonly last: LastSession
  readonly log: Log
  readonly now: () => number
  readonly isPractice: boolean
  /** The longest wait between two tries to reach the node, in ms. */
  readonly longestWaitMs: number
  accessFor(person: string): NodeAccess
  connect(access: NodeAccess): Backbone
  openBlobs(who: Who, keys: BlobKeys): Promise<BlobStore>
  openAccesses(desk: Omit<OpenDesk, 'accesses'>, seenServerTime: () => Instant | null): AccessJournal
  /** The node was reached: fetch what work without it will need. Failures are said in the log. */
  prepare(who: Who): Promise<void>
  onChanged(facts: SessionFacts | null): void
  onConnectivity(connectivity: Connectivity): void
  onDoorbell(workspace: string, head: number): void
}

/** What only an unlocked desk has. */
export interface OpenDesk extends Who {
  readonly keys: DeskKeys
  readonly device: DeviceKey
  readonly blobs: BlobStore
  readonly backbone: Backbone
  readonly accesses: AccessJournal
}

/** Who works at this desk. One at a time; changes wait for each other. */
export interface DeskSession {
  facts(): SessionFacts | null
  /** Throws AppError `no-session`, `locked`. */
  desk(): OpenDesk
  enrolledUntil(): Instant | null
  /** The node's clock was seen. */
  learnServerTime(serverTime: Instant): void
  /** Takes up the session that the program ended with, if there was one. */
  resume(): Promise<void>
  switchTo(who: Who): Promise<SessionFacts>
  lock(): void
  /** Throws AppError `no-session`, `secrets-unavailable`. */
  unlock(): Promise<SessionFacts>
  reconnect(): void
  logOut(): Promise<void>
}

interface Current {
  readonly who: Who
  readonly backbone: Backbone
  readonly device: DeviceKey
  /** The node answered once, or could not be reached. */
  readonly greeted: PromiseWithResolvers<undefined>
  /** Nothing of the node was kept when this person came. */
  readonly isNewHere: boolean
  open: OpenDesk | undefined
  tail: LiveTail | undefined
  known: KnownNode
}

const FIRST_WAIT_MS = 500

export function deskSession(options: DeskSessionOptions): DeskSession {
  const { secrets, now } = options
  let current: Current | undefined
  let turn: Promise<unknown> = Promise.resolve()

  function facts(): SessionFacts | null {
    if (current === undefined) return null
    const { who, open, tail, known } = current
    const { lastServerTime, clockSkewMs, nodeKey } = known
    const connectivity = tail?.connectivity() ?? { state: 'connecting', since: instantFrom(now()) }
    const { isPractice: practice } = options
    return {
      ...who,
      locked: open === undefined,
      practice,
      connectivity,
      lastServerTime,
      clockSkewMs,
      nodeKey,
    }
  }

  function factsNow(): SessionFacts {
    const known = facts()
    if (known === null) throw new AppError('no-session')
    return known
  }

  const changed = (): void => options.onChanged(facts())

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work)
    turn = next.catch(() => undefined)
    return next
  }

  async function openDesk(session: Current): Promise<OpenDesk> {
    const { who, backbone, device } = session
    const keys = await loadDeskKeys(secrets, `desk:${who.person}:${who.workspace}`)
    const desk = { ...who, keys, device, backbone, blobs: await options.openBlobs(who, keys.blobs) }
    return { ...desk, accesses: options.openAccesses(desk, () => session.known.lastServerTime) }
  }

  /** What must have worked before the node counts as reached. */
  async function greet(session: Current): Promise<void> {
    const { backbone, who, device } = session
    const askedAt = now()
    const { serverTime, nodeKey: shownKey } = await backbone.readSession()
    const nodeKey = sameNode(session.known, shownKey, options.isPractice)
    const clockSkewMs = Math.round((askedAt + now()) / 2 - millisOf(serverTime))
    const lastServerTime = later(session.known.lastServerTime, serverTime)
    const { until: enrolledUntil } = await backbone.enrolDevice(who.workspace, device.publicKey)
    session.known = { clockSkewMs, nodeKey, lastServerTime, enrolledUntil }
    await keepKnownNode(secrets, who, session.known)
    session.greeted.resolve(undefined)
    if (current === session) changed()
    options.prepare(who).catch((error: unknown) => options.log.error('not ready to work alone', error))
  }

  function startTail(session: Current, access: NodeAccess): LiveTail {
    return startLiveTail({
      access,
      log: options.log,
      now,
      backOff: backOff(FIRST_WAIT_MS, options.longestWaitMs),
      greet: () => greet(session),
      onFrame: (frame: LiveFrame) => {
        if (frame.workspace === session.who.workspace) options.onDoorbell(frame.workspace, frame.seq)
      },
      onConnectivity: (connectivity) => {
        session.greeted.resolve(undefined)
        if (connectivity.state === 'online') void session.open?.accesses.send()
        if (current !== session) return
        options.onConnectivity(connectivity)
        changed()
      },
    })
  }

  /** What was read until now is sent while its reader is still known to the node. */
  function leave(): void {
    void current?.open?.accesses.send()
    current?.tail?.stop()
  }

  async function enter(who: Who): Promise<Current> {
    const access = options.accessFor(who.person)
    const device = await loadDeviceKey(secrets, `device:${who.person}:${who.workspace}`)
    const known = await readKnownNode(secrets, who)
    const session: Current = {
      who,
      backbone: options.connect(access),
      device,
      greeted: Promise.withResolvers(),
      open: undefined,
      tail: undefined,
      known,
      isNewHere: known.nodeKey === null,
    }
    session.open = await openDesk(session)
    leave()
    current = session
    session.tail = startTail(session, access)
    changed()
    return session
  }

  async function switchTo(who: Who): Promise<SessionFacts> {
    const session = await enter(who)
    await options.last.keep(who)
    await believable(session)
    return factsNow()
  }

  /** A person who never worked here needs the node's key, kept, before anything can be believed; it is known before it is kept. */
  async function believable({ isNewHere, greeted }: Current): Promise<void> {
    if (isNewHere) await greeted.promise
  }

  return {
    facts,
    desk() {
      if (current === undefined) throw new AppError('no-session')
      if (current.open === undefined) throw new AppError('locked')
      return current.open
    },
    enrolledUntil: () => current?.known.enrolledUntil ?? null,
    learnServerTime(serverTime) {
      if (current === undefined) return
      const { known } = current
      current.known = { ...known, lastServerTime: later(known.lastServerTime, serverTime) }
    },
    resume: () =>
      inTurn(async () => {
        const who = await options.last.read()
        if (who !== undefined) await believable(await enter(who))
      }),
    switchTo: (who) => inTurn(() => switchTo(who)),
    lock() {
      if (current === undefined) return
      current.open = undefined
      changed()
    },
    unlock: () =>
      inTurn(async () => {
        if (current === undefined) throw new AppError('no-session')
        current.open ??= await openDesk(current)
        void current.open.accesses.send()
        changed()
        return factsNow()
      }),
    reconnect: () => current?.tail?.reconnect(),
    logOut: () =>
      inTurn(async () => {
        leave()
        current = undefined
        await options.last.keep(undefined)
        changed()
      }),
  }
}

function later(known: Instant | null, seen: Instant): Instant {
  return known !== null && known > seen ? known : seen
}
