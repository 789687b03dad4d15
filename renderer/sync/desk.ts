import type { Refusal } from '#shared/domain/decision.ts'
import type { Result } from '#shared/kernel/result.ts'
import { deviceKeyId } from '#shared/log/device-key.ts'
import { uuidV7 } from '#shared/kernel/uuid.ts'
import { createOffice, type Office } from '../database/office.ts'
import type { OfficeDatabase } from '../database/office-database.ts'
import { OfficeReader } from '../database/office-reader.ts'
import { OutboxReader } from '../database/outbox-reader.ts'
import { createSealing } from '../database/sealing.ts'
import type { Wish } from './wish.ts'
import { actInOrder, actTogether } from './act-in-order.ts'
import { discardAct, retryAct } from './attention.ts'
import { Background } from './background.ts'
import { clearFailure } from './contact.ts'
import { endHolds } from './end-holds.ts'
import type { Desk, Done, SyncOutcome } from './desk-api.ts'
import { discardFork, openFork, OpenTexts } from './draft-text.ts'
import type { DeskIdentity } from './identity.ts'
import type { DeskPorts } from './ports.ts'
import { rebuildIfNeeded, type Remaking } from './rebuild.ts'
import { syncRound } from './sync-round.ts'

/** A timer may ring a little before its clock does. */
const SETTLED_MS = 50

export interface DeskOptions extends DeskIdentity {
  readonly database: OfficeDatabase
  /** AES-GCM key of the database, from `importDatabaseKey`. */
  readonly key: CryptoKey
  readonly ports: DeskPorts
  /** A practice province that was reset has another node: what is here of the old one is forgotten. A real node's log is never forgotten so. */
  readonly isPractice: boolean
  /** Told again and again while a new version of the software makes the rows of this desk anew. */
  readonly onRemaking?: ((how: Remaking) => void) | undefined
}

/** Opens the desk over its local database; nothing is sent or read before `start` or `syncOnce`. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { database, key, ports } = options
  const identity: DeskIdentity = options
  const sealing = createSealing(key)
  const office = createOffice(database, sealing)
  await belongToNode(office, deviceKeyId(identity.nodeKey), options.isPractice)
  await rebuildIfNeeded(office, identity, ports.clock.now(), { onRemaking: options.onRemaking })
  const deps = { office, identity, ports }

  const sync = async (isHurried: boolean): Promise<SyncOutcome> =>
    (await ports.runAlone(`congso-sync/${database.name}`, () => syncRound(deps, isHurried))) ?? 'busy'
  const background = new Background(sync, ports)
  const afterActing = <T>(result: T): T => {
    background.nudge()
    return result
  }
  /** Sends what was held as soon as its time is over, not at the next round. */
  const afterHolds = (wishes: readonly Wish[]): void => {
    const longest = Math.max(0, ...wishes.map(({ holdMs = 0 }) => holdMs))
    if (longest > 0) ports.timer.after(longest + SETTLED_MS, () => background.nudge())
  }
  const act = (...wishes: readonly Wish[]): Promise<Result<Done, Refusal>> =>
    actInOrder(deps, wishes).then(afterActing)

  const texts = new OpenTexts({ office, ports, act })

  return {
    readers: {
      office: new OfficeReader(office, identity.post),
      outbox: new OutboxReader(office),
      workspace: identity.workspace,
    },
    person: identity.person,
    post: identity.post,
    workspace: identity.workspace,
    device: identity.device,
    keepPages: (found, content) =>
      office.store.write(async (changes) => {
        const row = await database.projected('found').get(found)
        if (row !== undefined) changes.putPages({ id: found }, content)
      }),
    keepSubscriptions: (subscriptions, texts) =>
      office.store.write((changes) => office.subscribed.putAll(changes, subscriptions, texts)),
    onCommitted: (listener) => office.store.onCommitted(listener),
    newId: () => uuidV7(ports.clock.now(), ports.random(10)),
    act: async (aggregate, type, payload, { holdMs } = {}) => {
      const wish = { aggregate, type, payload, holdMs }
      const answer = await act(wish)
      if (answer.ok) afterHolds([wish])
      return answer
    },
    actTogether: async (groups) => {
      const answers = afterActing(await actTogether(deps, groups))
      afterHolds(groups.filter((_, index) => answers[index]?.ok === true).flat())
      return answers
    },
    giveNumber: (subject, book) =>
      act(
        {
          aggregate: { kind: 'book', id: book },
          type: 'book.assignNumber',
          payload: { subject: subject.id },
        },
        { aggregate: subject, type: `${subject.kind}.takeNumber`, payload: { book } },
      ),
    syncOnce: () => sync(true),
    start: () => background.start(),
    wake: () => background.wake(),
    resume: async () => {
      await clearFailure(office)
      return sync(true)
    },
    retry: (command) => retryAct(deps, command).then(afterActing),
    discard: (command) => discardAct(deps, command),
    openText: (document) => texts.open(document),
    openFork: (document) => openFork(office, document),
    discardFork: (document) => discardFork(office, document),
    close: async () => {
      await texts.close()
      await background.stop()
      if (await endHolds(office)) await sync(true)
      sealing.drop()
      database.close()
    },
  }
}

async function belongToNode(office: Office, nodeKey: string, isPractice: boolean): Promise<void> {
  const known = await office.meta.nodeKey()
  if (known === nodeKey) return
  if (known !== undefined && !isPractice) return
  if (known !== undefined) await office.store.forgetEverything()
  await office.store.write((changes) => {
    office.meta.putNodeKey(changes, nodeKey)
    return Promise.resolve()
  })
}
