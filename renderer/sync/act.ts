import { blobsNamedBy } from '#shared/domain/blob-names.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { refuse } from '#shared/domain/decision.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { fail, ok, type Result } from '#shared/kernel/result.ts'
import { uuidV7 } from '#shared/kernel/uuid.ts'
import { commandText, type AggregateRef, type CommandBody } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { Changes } from '../database/changes.ts'
import type { Office } from '../database/office.ts'
import { replaceRows } from '../database/replace-rows.ts'
import type { Contact, FeedPosition } from '../database/repositories/meta-repository.ts'
import { isClockOff } from './clock-skew.ts'
import { decideHere, evolveHere, type DeskEvent } from './decide-here.ts'
import type { Done } from './desk-api.ts'
import type { DeskIdentity } from './identity.ts'
import { withNumber } from './numbering.ts'
import type { DeskPorts } from './ports.ts'
import type { Wish } from './wish.ts'
import type { World } from './world.ts'

/** Acts whose result is signed: they are refused while the clock of this desk cannot be believed. */
const signingActs = new Set(['document.initial', 'document.sign', 'document.seal', 'ballot-slip.answer'])

const MOST_AFTER = 16

export interface ActDeps {
  readonly office: Office
  readonly identity: DeskIdentity
  readonly ports: Pick<DeskPorts, 'signCommand' | 'clock' | 'random'>
}

/**
 * Decides a wish on what is shown and, when lawful, plans the signed command, its effect and its place in the outbox. `place`: its order,
 * the states it is decided on, and what was planned before it in the same change.
 */
export async function planAct(
  deps: ActDeps,
  changes: Changes,
  wish: Wish,
  place: { readonly order: number; readonly world: World; readonly earlier: readonly Earlier[] },
): Promise<Result<Done & { readonly earlier: Earlier }, Refusal>> {
  const { office, identity, ports } = deps
  const { holdMs = 0 } = wish
  const position = await office.meta.position()
  const contact = await office.meta.contact()
  if (signingActs.has(wish.type) && isClockOff(contact))
    return fail(refuse('clock-skew', skewFacts(contact)).refusal)

  const claim = claimOf(deps, wish, position)
  const { answer, reads } = await decideHere(place.world, claim, identity.device)
  if (answer.kind === 'refused') return fail(answer.refusal)
  const events: readonly DeskEvent[] = answer.kind === 'events' ? answer.events : []
  const body: CommandBody = {
    ...claim,
    id: uuidV7(ports.clock.now(), ports.random(10)),
    payload: withNumber(claim, events),
    after: afterOf(wish.aggregate, reads, [...(await pendingOn(office, reads)), ...place.earlier]),
  }
  const text = commandText(body)
  const { signature, key } = await ports.signCommand(text)
  const waits = answer.kind === 'awaitsNode' ? answer.reason : null
  office.outbox.put(changes, {
    version: 1,
    id: body.id,
    order: place.order,
    status: 'queued',
    body,
    key: aggregateKey(body.aggregate),
    command: { text, signature, key },
    reads: [...reads],
    blobs: blobsNamedBy(body.payload).map((blob) => blob.sha256),
    eventTypes: events.map((event) => event.type),
    waits,
    attempts: 0,
    nextAttemptAt: 0,
    heldUntil: holdMs === 0 ? 0 : ports.clock.now() + holdMs,
    lastError: null,
    acceptedSeq: null,
    offeredAgain: false,
    attention: null,
  })
  if (answer.kind === 'events') show(office, changes, place.world, body, events)
  const { id, aggregate } = body
  const earlier = { id, order: place.order, key: aggregateKey(aggregate), waits: waits !== null }
  return ok({ command: body.id, waits, earlier })
}

function claimOf(
  { identity, ports }: ActDeps,
  { aggregate, type, payload }: Wish,
  { serverTime }: FeedPosition,
): Omit<CommandBody, 'id' | 'after'> {
  return {
    version: 1,
    workspace: identity.workspace,
    aggregate: { kind: aggregate.kind, id: aggregate.id },
    type,
    payload: { ...payload },
    claimedAt: instantFrom(ports.clock.now()),
    seenServerTime: serverTime,
    actor: { person: identity.person, post: identity.post },
  }
}

function show(
  office: Office,
  changes: Changes,
  world: World,
  { aggregate }: CommandBody,
  events: readonly DeskEvent[],
): void {
  const key = aggregateKey(aggregate)
  const before = world.record(key)
  const shownBefore = world.isSet(key)
    ? { state: world.state(key), pending: true }
    : before && { state: before.shown, pending: before.pending }
  const shown = evolveHere(shownBefore?.state ?? undefined, aggregate, events)
  world.set(key, shown)
  replaceRows(changes, aggregate, shownBefore, { state: shown, pending: true })
  office.aggregates.put(changes, key, aggregate.kind, {
    confirmed: before?.confirmed ?? null,
    seq: before?.seq ?? 0,
    shown,
    pending: true,
    readOnly: false,
  })
}

/** A command of this desk that is not confirmed. */
export interface Earlier {
  readonly id: string
  readonly order: number
  readonly key: string
  readonly waits: boolean
}

/**
 * The last pending command on each aggregate that mattered: they must come first. One on the same aggregate that only waits for the node has
 * no effect to build on: should it be refused, this one need not be (the next document's number does not hang on the last one's).
 */
function afterOf(own: AggregateRef, reads: readonly string[], pending: readonly Earlier[]): string[] {
  const ownKey = aggregateKey(own)
  const last = new Map<string, Earlier>()
  for (const one of pending) {
    if (!reads.includes(one.key) || (one.key === ownKey && one.waits)) continue
    if (one.order >= (last.get(one.key)?.order ?? 0)) last.set(one.key, one)
  }
  return [...last.values()]
    .sort((a, b) => a.order - b.order)
    .map((one) => one.id)
    .slice(-MOST_AFTER)
}

async function pendingOn(office: Office, keys: readonly string[]): Promise<readonly Earlier[]> {
  const rows = await office.store.database.outbox
    .where('aggregate')
    .anyOf([...keys])
    .toArray()
  return rows
    .filter((row) => row.status === 'queued' || row.status === 'sending')
    .map(({ id, order, aggregate: key, waits }) => ({ id, order, key, waits: waits === 1 }))
}

const skewFacts = ({ clockSkewMs }: Contact): Record<string, number> => ({
  minutes: Math.round((clockSkewMs ?? 0) / 60_000),
})
