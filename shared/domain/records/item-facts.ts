import { isMeant } from '../audience.ts'
import type { Actor, Look } from '../decision.ts'
import { letterDecider } from '../correspondence/letter-decider.ts'
import { codeOfLetter, type Letter } from '../correspondence/letter.ts'
import { audienceOfDocument } from '../documents/document-decider.ts'
import type { OfficialDocument } from '../documents/document.ts'
import { kindFacts } from '../documents/kinds.ts'
import { codeOf } from '../format/boxes.ts'
import type { ItemFacts } from './case-file.ts'

/** What the list says of an incoming letter. */
export function factsOfLetter({ content, files }: Letter): ItemFacts {
  return {
    code: codeOfLetter(content),
    typeName: content.typeName,
    subject: content.subject,
    author: content.from.name,
    date: content.issuedOn,
    pages: content.pages,
    signer: content.signer.name,
    files: files.map(({ name, file }) => ({ name, file })),
    isDraft: false,
    answers: null,
    asksAnswer: content.dueDate !== null,
  }
}

/** What the list says of an outgoing document; the file is the one with the last signature. */
export function factsOfDocument(document: OfficialDocument): ItemFacts {
  const { fields, number, status, attachments } = document
  const page = document.seal ?? document.signature ?? document.initials
  return {
    code: number === null ? '' : codeOf(number.number, fields.symbol),
    typeName: kindFacts[document.kind].name,
    subject: fields.subject,
    author: fields.agency,
    date: number?.date ?? null,
    pages: null,
    signer: fields.signerName,
    files: [
      ...(page === null ? [] : [{ name: 'van-ban.pdf', file: page.pdf }]),
      ...attachments.map(({ name, file }) => ({ name, file })),
    ],
    isDraft: status !== 'issued',
    answers: fields.answers,
    asksAnswer: false,
  }
}

/** Facts of a letter or document that this actor may see; undefined otherwise: nobody files what is not theirs to read. */
export function factsSeen(
  look: Look,
  actor: Actor,
  { kind, id }: { readonly kind: 'letter' | 'document'; readonly id: string },
): ItemFacts | undefined {
  if (kind === 'letter') {
    const letter = look('letter', id) as Letter | undefined
    return letter !== undefined && isMeant(actor, letterDecider.audienceOf(letter))
      ? factsOfLetter(letter)
      : undefined
  }
  const document = look('document', id) as OfficialDocument | undefined
  return document !== undefined && isMeant(actor, audienceOfDocument(document))
    ? factsOfDocument(document)
    : undefined
}
