import type { Agency } from '#shared/domain/directory/directory.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { codeOf } from '#shared/domain/format/boxes.ts'
import { documentIdOf } from '#shared/exchange/edxml/identifiers.ts'
import type { Process } from './process.ts'

/** An issued document opens its dispatch: one timeline per recipient. Minutes may have none. */
export const issuedToExchange: Process = {
  name: 'issued-to-exchange',
  follows: ['document.issued'],
  react: async ({ workspace, aggregate }, read) => {
    const document = (await read(aggregate)) as OfficialDocument | undefined
    const agency = (await read({ kind: 'agency', id: workspace })) as Agency | undefined
    const main = agency?.codes[0]
    if (document?.number == null || document.signature === null || main === undefined) return []
    if (document.recipients.length === 0) return []
    const code = codeOf(document.number.number, document.fields.symbol)
    return [
      {
        kind: 'act',
        aggregate: { kind: 'dispatch', id: document.id },
        type: 'dispatch.open',
        payload: {
          code,
          subject: document.fields.subject,
          issuedOn: document.number.date,
          documentId: documentIdOf(main, document.number.date, code),
          drafter: document.drafter.post,
          signer: document.signature.by.post,
          recipients: document.recipients,
        },
      },
    ]
  },
}
