import type { Recipient } from '#shared/domain/documents/document.ts'
import { printedDate } from '#shared/domain/format/boxes.ts'
import type { OfficialBody } from '#shared/domain/format/body.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import type { DeliveryRow } from '../../../projections/deliveries.ts'
import { fill, paragraph, table } from '../../../workplace/official-words.ts'
import words from './chase-words.json'

/** A document and who is chased to accept it. */
export interface ChasedDocument {
  readonly dispatch: string
  readonly code: string
  readonly issuedOn: LocalDate
  readonly subject: string
  readonly recipients: readonly Recipient[]
}

/** Lines of the board by document, in their order. */
export function chasedDocuments(rows: readonly DeliveryRow[]): readonly ChasedDocument[] {
  const found = new Map<string, ChasedDocument>()
  for (const { dispatch, code, issuedOn, subject, recipient } of rows) {
    const recipients = [...(found.get(dispatch)?.recipients ?? []), recipient]
    found.set(dispatch, { dispatch, code, issuedOn, subject, recipients })
  }
  return [...found.values()]
}

/** How many are pressed; one that is pressed about two documents counts for both. */
export const receiverCount = (documents: readonly ChasedDocument[]): number =>
  documents.reduce((sum, { recipients }) => sum + recipients.length, 0)

/** The letter that chases receivers, before it is a document; the text is official, so it is Vietnamese. */
export interface ChaseLetter {
  readonly subject: string
  readonly body: OfficialBody
  /** Each once, whatever the number of documents. */
  readonly recipients: readonly Recipient[]
}

/** One letter to everyone who is chased: which documents, what the law asks of a receiver (Decree 30 Art 21.2c, 22), and what is asked for. */
export function chaseLetter(
  documents: readonly ChasedDocument[],
  { agency, today }: { readonly agency: string; readonly today: LocalDate },
): ChaseLetter {
  const values = { agency, day: printedDate(today) }
  const recipients = new Map(documents.flatMap((one) => one.recipients.map((to) => [to.code, to] as const)))
  return {
    subject: words.subject,
    body: {
      type: 'doc',
      content: [
        paragraph(fill(words.opening, values)),
        table([
          words.columns,
          ...documents.map((one) => [
            one.code,
            dateInCell(one.issuedOn),
            one.subject,
            one.recipients.map(({ name }) => name).join('; '),
          ]),
        ]),
        paragraph(words.basis),
        paragraph(fill(words.request, values)),
      ],
    },
    recipients: [...recipients.values()],
  }
}

/** `22/11/2026`, as tables write it. */
const dateInCell = (date: LocalDate): string => date.split('-').toReversed().join('/')
