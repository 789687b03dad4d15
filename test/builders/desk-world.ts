import type { OfficialDocument } from '../../shared/domain/documents/document.ts'
import type { SignedStep } from '../../shared/domain/documents/signature-check.ts'
import { deciders } from '../../shared/domain/deciders.ts'
import type { Actor, Decision, Refusal, Role } from '../../shared/domain/decision.ts'
import { localDateOf } from '../../shared/kernel/instant.ts'
import type { AggregateKind } from '../../shared/log/command.ts'
import { aggregateKey } from '../../shared/log/workspace-state.ts'
import { goodCheck } from './a-document.ts'

const stepOf: Readonly<Record<string, SignedStep>> = {
  'document.initial': 'initials',
  'document.sign': 'signature',
  'document.seal': 'seal',
}

/** Someone who acts, in the words of the office. */
export function anActor(post: string, ...roles: Role[]): Actor {
  return {
    person: `person-${post}`,
    post,
    name: post,
    title: post,
    unit: 'unit-1',
    roles,
    device: `device-${post}`,
  }
}

/** The aggregates of one office, moved by the real deciders: what desk and node do without log and network. */
export class DeskWorld {
  readonly states = new Map<string, unknown>()
  at = '2026-11-16T01:00:00.000Z'
  side: 'desk' | 'node' = 'node'
  /** The node's own time, where it is not the one that the command claims. */
  receivedAt: string | null = null
  /** As the node does: whatever is signed is looked at, and found good. */
  checksSignatures = true

  look = (kind: AggregateKind, id: string): unknown => this.states.get(aggregateKey({ kind, id }))

  /** Decides and, when lawful, evolves. Answers the decision. */
  act(
    actor: Actor,
    kind: AggregateKind,
    id: string,
    type: string,
    payload: unknown,
  ): Decision<{ type: string }> {
    const decider = deciders[kind]
    const key = aggregateKey({ kind, id })
    const { side, at, look } = this
    const received = this.receivedAt === null ? {} : { receivedAt: this.receivedAt }
    const context = { side, id, at, ...received, today: localDateOf(at), actor, look }
    const decision = decider.decide(this.states.get(key), decider.parse(type, payload), context) as Decision<{
      type: string
    }>
    if (decision.kind === 'events') {
      for (const event of decision.events)
        this.states.set(key, decider.evolve(this.states.get(key), event, id))
      if (this.checksSignatures && this.side === 'node') this.#checkSigned(id, type)
    }
    return decision
  }

  #checkSigned(id: string, type: string): void {
    const step = stepOf[type]
    const document = this.states.get(aggregateKey({ kind: 'document', id })) as OfficialDocument | undefined
    const signed = step === undefined ? undefined : document?.[step]
    if (step !== undefined && signed != null)
      this.act(anActor('node', 'node'), 'document', id, 'document.recordCheck', goodCheck(step, signed.pdf))
  }

  /** As `act`, but throws the refusal: for stories that must go through. */
  must(actor: Actor, kind: AggregateKind, id: string, type: string, payload: unknown): void {
    const decision = this.act(actor, kind, id, type, payload)
    if (decision.kind !== 'events') throw new Error(`${type}: ${JSON.stringify(decision)}`)
  }

  /** The refusal of an act that must not go through. */
  refusalOf(actor: Actor, kind: AggregateKind, id: string, type: string, payload: unknown): Refusal {
    const decision = this.act(actor, kind, id, type, payload)
    if (decision.kind !== 'refused') throw new Error(`${type} was not refused: ${decision.kind}`)
    return decision.refusal
  }
}
