import type { DocumentFields, DocumentKind } from '#shared/domain/documents/document.ts'
import { kindFacts } from '#shared/domain/documents/kinds.ts'
import { symbolOfCollective } from '#shared/domain/documents/on-behalf.ts'
import { isHeadOf, type Agency, type Collective, type Post } from '#shared/domain/directory/directory.ts'
import type { SigningDelegation } from '#shared/domain/directory/signing-delegation.ts'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import type { DirectoryNow } from '../../../workplace/directory-now.ts'

/** The fields of a new document: everything the agency and the letter it answers already say. */
export function newDraftFields(
  { me, agency, units }: DirectoryNow,
  signer: Post | undefined,
  answers: Letter | null,
  kind: DocumentKind = 'cong-van',
): DocumentFields {
  const unit = units.find((one) => one.id === me.unit)
  const { abbreviation } = kindFacts[kind]
  const groups =
    abbreviation === null ? [agency.abbreviation, unit?.abbreviation] : [abbreviation, agency.abbreviation]
  return {
    superior: agency.superior,
    agency: agency.letterhead,
    symbol: groups.filter((part) => part !== undefined && part !== '').join('-'),
    place: agency.place,
    subject: '',
    ...signerFields(agency, signer, kind),
    addressees: answers === null ? [] : [answers.content.from.name],
    receivers:
      kind === 'bien-ban'
        ? ['Lưu: VT, Hồ sơ']
        : [
            kind === 'quyet-dinh' ? 'Như Điều 3' : 'Như trên',
            unit === undefined ? 'Lưu: VT' : `Lưu: VT, ${unit.abbreviation}`,
          ],
    urgency: answers?.content.urgency ?? 'normal',
    dueDate: null,
    answers: answers?.id ?? null,
  }
}

/**
 * Box 7 for a signer: the head signs as such, a deputy in the head's place (KT., Decree 30 Art 13), the head of a unit by order or by authorisation (TL.,
 * TUQ.) as the record of it says; minutes the chair (Annex III form 1.9).
 */
export function signerFields(
  agency: Agency,
  signer: Post | undefined,
  kind: DocumentKind = 'cong-van',
  delegation: SigningDelegation | null = null,
): Pick<DocumentFields, 'authority' | 'collective' | 'headTitle' | 'ownTitle' | 'signerName' | 'delegation'> {
  if (kind === 'bien-ban')
    return {
      authority: 'head',
      collective: '',
      headTitle: 'Chủ tọa',
      ownTitle: '',
      signerName: signer?.name ?? '',
      delegation: null,
    }
  if (delegation !== null)
    return {
      authority: delegation.form,
      collective: '',
      headTitle: agency.headTitle,
      ownTitle: signer?.title ?? '',
      signerName: signer?.name ?? '',
      delegation: delegation.id,
    }
  const isHead = signer === undefined || isHeadOf(signer, agency)
  return {
    authority: isHead ? 'head' : 'KT',
    collective: '',
    headTitle: agency.headTitle,
    ownTitle: isHead ? '' : signer.title,
    signerName: signer?.name ?? '',
    delegation: null,
  }
}

/**
 * The boxes of a resolution (Decree 30 Annex III form 1.1): the collective issues it below its agency and has its own symbol; it is signed on its behalf
 * by whoever the directory names (TM., Art 13.2).
 */
export function resolutionFields(
  now: DirectoryNow,
  collective: Collective,
  signer: Post | undefined,
): DocumentFields {
  const fields = newDraftFields(now, signer, null, 'nghi-quyet')
  return {
    ...fields,
    superior: now.agency.letterhead,
    ...onBehalfOf(now.agency, collective, signer),
    receivers: fields.receivers.slice(-1),
  }
}

/** What the boxes 2, 3 and 7 of a resolution say of its collective and of whoever signs on its behalf. */
export const onBehalfOf = (
  agency: Pick<Agency, 'id'>,
  { id, name, title, abbreviation }: Collective,
  signer: Post | undefined,
) =>
  ({
    agency: name,
    symbol: symbolOfCollective(abbreviation),
    onBehalf: { agency: agency.id, collective: id },
    authority: 'TM',
    collective: name,
    headTitle: title,
    ownTitle: '',
    signerName: signer?.name ?? '',
    delegation: null,
  }) satisfies Partial<DocumentFields>
