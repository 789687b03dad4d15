import { awaitNode, refuse, type Decision } from '#shared/domain/decision.ts'
import type { CommandBody } from '#shared/log/command.ts'
import type { DeskEvent } from './decide-here.ts'

const givesNumber = ({ type }: Pick<CommandBody, 'type'>): boolean => type === 'book.assignNumber'

/** A number given from a pen held here travels in the command, so that the node can compare. */
export function withNumber(
  body: Pick<CommandBody, 'type' | 'payload'>,
  events: readonly DeskEvent[],
): CommandBody['payload'] {
  if (!givesNumber(body)) return body.payload
  const assigned = events.find((event) => event.type === 'numberAssigned') as { number?: number } | undefined
  return assigned?.number === undefined ? body.payload : { ...body.payload, number: assigned.number }
}

/**
 * A number asked of the node stays the node's to give, also when a pen comes to this desk meanwhile; and one that was given from a pen is
 * void once the pen is gone.
 */
export function asNumbered(body: CommandBody, decision: Decision<DeskEvent>): Decision<DeskEvent> {
  if (!givesNumber(body)) return decision
  const isAsked = body.payload['number'] === undefined
  if (isAsked && decision.kind === 'events' && decision.events.length > 0)
    return awaitNode('number-awaits-node')
  return !isAsked && decision.kind === 'awaitsNode' ? refuse('pen-not-held') : decision
}
