import type { AmendmentWay, Citation } from '#shared/domain/documents/amendment.ts'
import { printedDate } from '#shared/domain/format/boxes.ts'
import type { OfficialBody } from '#shared/domain/format/body.ts'
import { fill, paragraph } from '../../../workplace/official-words.ts'
import words from './amend-words.json'

interface AmendFacts {
  readonly way: AmendmentWay
  readonly reason: string
  readonly agency: string
  /** The document it is about. */
  readonly old: Citation & { readonly subject: string; readonly body: OfficialBody | null }
}

/**
 * What a document about an issued one says as far as the software can write it (Decree 30 Art 18.3, 18.4): a replacement begins as the old text and
 * says what it replaces; the others begin with their legal basis. The text is official, so it is Vietnamese.
 */
export function amendmentText({ way, reason, agency, old }: AmendFacts): {
  readonly subject: string
  readonly body: OfficialBody
} {
  const day = old.issuedOn === null ? '' : printedDate(old.issuedOn)
  const values = {
    agency,
    reason: reason.trim().replace(/[.;]$/u, ''),
    about: old.subject,
    day: day.replace(/^ngày /u, ''),
    kind: old.typeName,
    cited: fill(words.cited, { type: old.typeName, code: old.code, date: day }),
  }
  if (way === 'replacement') {
    const own = old.body?.content ?? []
    const closing = paragraph(fill(words.replacement, values))
    return { subject: old.subject, body: { type: 'doc', content: [...own, closing] } }
  }
  const lines = words[way].map((line) => paragraph(fill(line, values)))
  return {
    subject: fill(words.subject[way], values),
    body: { type: 'doc', content: [paragraph(words.basis[way], true), ...lines] },
  }
}
