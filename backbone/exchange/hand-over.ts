import { derivedUuid } from '#shared/kernel/uuid.ts'
import { organIdKey } from '#shared/exchange/edxml/identifiers.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { Delivery, NewJob, NewMessage } from '../engine/exchange-store.port.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { receiverOf, type Receiver } from './receivers.ts'

/** Rule id in delivery timelines and sent lists: the code is known neither here nor to any system that exchanges here. */
export const NO_SUCH_RECEIVER = 'no-such-receiver'

export interface HandOverDeps {
  readonly engine: Engine
  readonly workspaces: () => readonly Workspace[]
  /** Jobs were added. */
  readonly kickJobs: () => void
}

/**
 * Sends a message on to one receiver: into the receiving agency's own log if it is here, else to wait until its system fetches it.
 * Idempotent: the delivery's id comes from message and receiver.
 */
export async function handOver(
  { engine, workspaces, kickJobs }: HandOverDeps,
  message: NewMessage,
  to: string,
  at: string,
): Promise<Receiver['kind']> {
  const receiver = await receiverOf(engine, workspaces(), to)
  const id = derivedUuid('delivery', message.id, organIdKey(to))
  const isSent = receiver.kind !== 'nobody'
  const delivery: Delivery = {
    id,
    message: message.id,
    to,
    sendState: isSent ? 'done' : 'fail',
    sendDescription: isSent ? '' : NO_SUCH_RECEIVER,
    receiveState: 'initial',
    receiveDescription: '',
    createdAt: at,
    updatedAt: at,
  }
  const jobs = receiver.kind === 'here' ? [receiveJobFor(receiver.workspace.id, message, id)] : []
  await engine.exchange.send({ message, deliveries: [delivery], jobs }, at)
  if (jobs.length > 0) kickJobs()
  return receiver.kind
}

/** The job that takes a delivery into an agency's log. What one sender says about one document stays in order. */
export function receiveJobFor(
  workspace: string,
  message: Pick<NewMessage, 'from' | 'documentId'>,
  delivery: string,
): NewJob {
  return {
    id: derivedUuid('receive', delivery),
    workspace,
    lane: `${workspace}/in/${organIdKey(message.from)}/${message.documentId}`,
    kind: 'receive',
    payload: JSON.stringify({ delivery }),
  }
}
