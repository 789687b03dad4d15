import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { codeOf } from '#shared/domain/format/boxes.ts'
import { isSignedByChair } from '#shared/domain/meetings/conclude/signed-by-chair.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Process, Reaction } from './process.ts'

/**
 * What becomes of the minutes, the notice and the decisions of a meeting is told to everybody called to it: minutes whose last signature the node looked at are fixed,
 * what was issued is named with its file.
 */
export const papersToMeeting: Process = {
  name: 'papers-to-meeting',
  follows: ['document.signatureChecked', 'document.issued'],
  react: async ({ aggregate, event }, read) => {
    const document = (await read(aggregate)) as OfficialDocument | undefined
    if (document?.ofMeeting === undefined) return []
    const { meeting: id, ...part } = document.ofMeeting
    const meeting = (await read({ kind: 'meeting', id })) as Meeting | undefined
    if (meeting === undefined) return []
    const act = (type: string, payload: Record<string, unknown>): readonly Reaction[] => [
      {
        kind: 'act',
        aggregate: { kind: 'meeting', id },
        type,
        payload: { document: document.id, ...payload },
      },
    ]
    if (event.type === 'issued') {
      const { number, seal, fields } = document
      return number === null || seal === null
        ? []
        : act('meeting.noteIssued', { ...part, code: codeOf(number.number, fields.symbol), pdf: seal.pdf })
    }
    const isSigned = (event as unknown as { readonly step: string }).step === 'signature'
    const isTheirs = part.paper === 'minutes' && meeting.minutesDraft?.document === document.id
    return isSigned &&
      isTheirs &&
      meeting.minutes === null &&
      document.signature !== null &&
      isSignedByChair(meeting, document)
      ? act('meeting.fixMinutes', { pdf: document.signature.pdf })
      : []
  },
}
