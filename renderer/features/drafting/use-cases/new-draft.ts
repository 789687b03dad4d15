import type { DocumentFields } from '#shared/domain/documents/document.ts'
import type { Agency, Post, Unit } from '#shared/domain/directory/directory.ts'
import type { Letter } from '#shared/domain/correspondence/letter.ts'

interface DraftFacts {
  readonly agency: Agency
  readonly unit: Unit | undefined
  readonly signer: Post | undefined
  /** The letter this one answers. */
  readonly answers: Letter | null
}

/** The fields of a new công văn: everything the agency and the letter it answers already say. */
export function newDraftFields({ agency, unit, signer, answers }: DraftFacts): DocumentFields {
  const symbol = [agency.abbreviation, unit?.abbreviation]
    .filter((part) => part !== undefined && part !== '')
    .join('-')
  return {
    superior: agency.superior,
    agency: agency.letterhead,
    symbol,
    place: agency.place,
    subject: '',
    ...signerFields(agency, signer),
    addressees: answers === null ? [] : [answers.content.from.name],
    receivers: ['Như trên', unit === undefined ? 'Lưu: VT' : `Lưu: VT, ${unit.abbreviation}`],
    urgency: answers?.content.urgency ?? 'normal',
    dueDate: answers?.directive?.deadline ?? answers?.content.dueDate ?? null,
    answers: answers?.id ?? null,
  }
}

/** Box 7 for a signer: the head signs as such, anybody else in the head's place (KT., Decree 30 Art 13). */
export function signerFields(
  agency: Agency,
  signer: Post | undefined,
): Pick<DocumentFields, 'authority' | 'collective' | 'headTitle' | 'ownTitle' | 'signerName'> {
  const isHead = signer?.title.toUpperCase() === agency.headTitle.toUpperCase()
  return {
    authority: signer === undefined || isHead ? 'head' : 'KT',
    collective: '',
    headTitle: agency.headTitle,
    ownTitle: signer === undefined || isHead ? '' : signer.title,
    signerName: signer?.name ?? '',
  }
}
