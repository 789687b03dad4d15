import { mayHold, type Dispatch } from '#shared/domain/correspondence/dispatch.ts'
import { sameCode } from '#shared/domain/correspondence/dispatch-decider.ts'
import { citationOf } from '#shared/domain/documents/amend.ts'
import type { Amendment } from '#shared/domain/documents/amendment.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import type { Process, Reaction } from './process.ts'

/**
 * A document that is issued about an earlier one is noted in that one (Decree 30 Art 18.3, 18.4). A recall or replacement also stands in its
 * deliveries: whoever has it is asked to give it back (13), and answers there.
 */
export const issuedToAmended: Process = {
  name: 'issued-to-amended',
  follows: ['document.issued'],
  react: async ({ aggregate, serverTime }, read) => {
    const document = (await read(aggregate)) as OfficialDocument | undefined
    const citation = document && citationOf(document)
    if (document?.amends === undefined || citation === undefined) return []
    const { way, document: old, reason } = document.amends
    if ((await read({ kind: 'document', id: old })) === undefined) return []
    const amendment: Amendment = { way, by: document.id, ...citation }
    const noted: Reaction = {
      kind: 'act',
      aggregate: { kind: 'document', id: old },
      type: 'document.noteAmended',
      payload: { amendment },
    }
    const dispatch = (await read({ kind: 'dispatch', id: old })) as Dispatch | undefined
    if (way === 'correction' || dispatch === undefined) return [noted]
    const told = dispatch.recipients.filter(
      (to) => mayHold(to) && document.recipients.some((one) => sameCode(one.code, to.code)),
    )
    return [
      noted,
      ...told.map(({ code }): Reaction => ({
        kind: 'act',
        aggregate: { kind: 'dispatch', id: old },
        type: 'dispatch.record',
        payload: {
          recipient: code,
          step: { state: '13', at: serverTime, staff: '', description: `${citation.code}: ${reason}` },
        },
      })),
    ]
  },
}
