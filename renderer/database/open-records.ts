import type { BoardFact } from '#shared/domain/boards/facts.ts'
import type { OpenRecord } from '#shared/domain/boards/open-data.ts'
import { kindFacts } from '#shared/domain/documents/kinds.ts'
import { codeOf } from '#shared/domain/format/boxes.ts'
import type { OfficeReader } from './office-reader.ts'
import type { OutgoingRow } from '../projections/outgoing.ts'

/** The five public fields of issued documents. */
export async function openRecordsOf(
  office: OfficeReader,
  issued: readonly BoardFact[],
  agency: string,
): Promise<readonly OpenRecord[]> {
  const ids = issued.map(({ id }) => id.slice('document/'.length))
  const rows = await office.byIds<OutgoingRow>('outgoing', ids)
  return rows.flatMap(({ number, symbol, kind, subject }) =>
    number === null
      ? []
      : [
          {
            code: codeOf(number.number, symbol),
            date: number.date,
            kind: kindFacts[kind].name,
            subject,
            agency,
          },
        ],
  )
}
