import { kindFacts } from '#shared/domain/documents/kinds.ts'
import type { Urgency } from '#shared/domain/documents/document.ts'
import type { FoundAgency, FoundPerson } from '../../projections/found.ts'
import type { FoundPaper } from '../messages.ts'
import { foldedWords } from '../tokens.ts'
import { shortFormsIn } from './abbreviations.ts'
import type { FacetValues } from './columns.ts'
import type { IndexEntry } from './search-index.ts'

const directions = { letter: 'incoming', document: 'outgoing' } as const
const NOWHEN = '1970-01-01T00:00:00.000Z'

/** A letter or document as the index takes it in. */
export function entryOfPaper(row: FoundPaper): IndexEntry {
  const type = typeOf(row)
  const words = [row.issuer, type, row.signer, ...row.further].join(' ; ')
  const short = shortFormsIn(foldedWords(`${row.issuer} ; ${type} ; ${row.subject}`))
  return {
    id: row.id,
    code: row.code,
    ownNumber: row.what !== 'document' && row.arrivalNumber !== null ? String(row.arrivalNumber) : '',
    subject: row.subject,
    further: `${words} ; ${short.join(' ')}`,
    at: row.at,
    issuedOn: row.issuedOn,
    facets: {
      direction: row.what === 'former' ? row.direction : directions[row.what],
      agency: row.issuer,
      type,
      year: (row.issuedOn ?? row.at).slice(0, 4),
      status: `${row.what}/${row.status}`,
      urgency: row.urgency satisfies Urgency,
      signer: row.signer,
    },
  }
}

/** Former registers hold the kind within the abstract. */
function typeOf(row: FoundPaper): string {
  if (row.what === 'former') return ''
  return row.what === 'letter' ? row.typeName : kindFacts[row.kind].name
}

const NO_FACETS: FacetValues = {
  direction: '',
  agency: '',
  type: '',
  year: '',
  status: '',
  urgency: '',
  signer: '',
}

/** Somebody or some agency of the directory as the index takes it in. */
export function entryOfName(row: FoundPerson | FoundAgency, units: ReadonlyMap<string, string>): IndexEntry {
  const further =
    row.what === 'person'
      ? `${row.title} ; ${units.get(row.unit) ?? ''}`
      : shortFormsIn(foldedWords(row.name)).join(' ')
  return {
    id: row.id,
    code: row.what === 'agency' ? row.code : '',
    ownNumber: '',
    subject: row.name,
    further,
    at: NOWHEN,
    issuedOn: null,
    facets: { ...NO_FACETS, type: row.what },
  }
}
