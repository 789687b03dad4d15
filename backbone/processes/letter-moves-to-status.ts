import { statusCodeOf } from '#shared/domain/correspondence/letter-status.ts'
import type { LetterEvent } from '#shared/domain/correspondence/letter-decider.ts'
import type { Process } from './process.ts'

/** Every move of a letter that its sender is told of becomes a status message, in the order of the moves (Decision 28 Art 15; edXML 5.2). */
export const letterMovesToStatus: Process = {
  name: 'letter-moves-to-status',
  follows: [
    'letter.arrived',
    'letter.refused',
    'letter.numberTaken',
    'letter.directed',
    'letter.started',
    'letter.finished',
  ],
  react: ({ workspace, aggregate, event, serverTime }) => {
    const happened = event as unknown as LetterEvent
    const code = statusCodeOf[happened.type]
    if (code === undefined) return []
    return [
      {
        kind: 'job',
        job: 'status',
        lane: `${workspace}/status/${aggregate.id}`,
        payload: {
          letter: aggregate.id,
          code,
          at: serverTime,
          post: event.by.post,
          description: happened.type === 'refused' ? happened.reason : '',
        },
      },
    ]
  },
}
