import type { LocalDate } from '#shared/kernel/instant.ts'
import type { DeliveryState, DeliveryTo } from '#shared/domain/correspondence/dispatch.ts'
import type { Projection } from './projection.ts'

/** One recipient of one issued document. */
export interface DeliveryRow {
  readonly id: string
  /** Id of the dispatch and of its document. */
  readonly dispatch: string
  readonly code: string
  readonly subject: string
  readonly issuedOn: LocalDate
  readonly recipient: { readonly code: string; readonly name: string }
  readonly state: DeliveryState
  readonly steps: DeliveryTo['steps']
  readonly chases: NonNullable<DeliveryTo['chases']>
  /** It was registered there, whatever came after. */
  readonly isReceived: boolean
}

const RECEIVED: ReadonlySet<DeliveryState> = new Set(['03', '04', '05', '06'])

/** The matrix documents × recipients. */
export const deliveries: Projection = {
  table: 'deliveries',
  rowsOf(of) {
    if (of.kind !== 'dispatch') return []
    const { id: dispatch, code, subject, issuedOn, openedAt } = of.state
    return of.state.recipients.map((to) => {
      const id = `${dispatch}/${to.code}`
      const content: DeliveryRow = {
        id,
        dispatch,
        code,
        subject,
        issuedOn,
        recipient: { code: to.code, name: to.name },
        state: to.state,
        steps: to.steps,
        chases: to.chases ?? [],
        isReceived: to.steps.some((step) => RECEIVED.has(step.state)),
      }
      return {
        id,
        index: { dispatch, state: to.state, sort: `${openedAt} ${id}` },
        content,
        counts: [`deliveries/${to.state}`],
      }
    })
  },
}
