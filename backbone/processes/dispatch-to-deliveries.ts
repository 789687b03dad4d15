import type { DispatchEvent } from '#shared/domain/correspondence/dispatch-decider.ts'
import { organIdKey } from '#shared/exchange/edxml/identifiers.ts'
import type { Process } from './process.ts'

type Opened = Extract<DispatchEvent, { type: 'opened' }>

/** An opened dispatch is delivered to each recipient on its own, so that one that fails holds up nobody. */
export const dispatchToDeliveries: Process = {
  name: 'dispatch-to-deliveries',
  follows: ['dispatch.opened'],
  react: ({ workspace, aggregate, event }) =>
    (event as unknown as Opened).recipients.map(({ code }) => ({
      kind: 'job',
      job: 'deliver',
      lane: `${workspace}/out/${aggregate.id}/${organIdKey(code)}`,
      payload: { dispatch: aggregate.id, recipient: code },
    })),
}
