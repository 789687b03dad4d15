import { foldText } from '../../kernel/text-folding.ts'
import type { RuleId } from '../law/rules.ts'
import type { OfficialDocument } from './document.ts'

type Addressed = Pick<OfficialDocument, 'fields' | 'recipients'>

/** Agencies the document is sent to that the page names neither under `Kính gửi` nor under `Nơi nhận` (Decree 30 Annex I II.9; Art 17.1a). */
export function recipientsNotOnPage({ fields, recipients }: Addressed): readonly string[] {
  const lines = [...fields.addressees, ...fields.receivers].map(plain).filter((line) => line !== '')
  return recipients
    .filter(({ name }) => plain(name) !== '' && !lines.some((line) => isSame(line, plain(name))))
    .map(({ name }) => name)
}

/** Whom the page is written to and the document is not sent to over the backbone; the clerk sends these on paper or chooses them. */
function addresseesNotSent({ fields, recipients }: Addressed): readonly string[] {
  const names = recipients.map(({ name }) => plain(name))
  return fields.addressees.filter(
    (line) => plain(line) !== '' && !names.some((name) => isSame(plain(line), name)),
  )
}

const plain = (text: string): string =>
  foldText(text)
    .replaceAll(/^[\s-]+|[\s;.]+$/gu, '')
    .replaceAll(/\s+/gu, ' ')

/** A full name and the same without its province, either way round. */
const isSame = (a: string, b: string): boolean => b !== '' && (a.includes(b) || b.includes(a))

/** Why page and chosen recipients do not agree: asked before a draft is submitted and before it is issued (Decree 30 Art 17.1a, Annex I II.9). */
export function recipientFindings(document: OfficialDocument): readonly RuleId[] {
  return [
    ...(recipientsNotOnPage(document).length > 0 ? ['recipient-not-on-page' as const] : []),
    ...(document.recipients.length > 0 && addresseesNotSent(document).length > 0
      ? ['addressee-not-sent' as const]
      : []),
  ]
}
