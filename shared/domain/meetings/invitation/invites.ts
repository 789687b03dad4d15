import type { Letter, LetterFile } from '../../correspondence/letter.ts'
import { foldText } from '../../../kernel/text-folding.ts'

/** A calendar file that came with a letter (RFC 5545). */
export const isCalendarFile = ({ name, file }: LetterFile): boolean =>
  file.mediaType === 'text/calendar' || /\.ics$/i.test(name)

const BEGINS_AS_ONE =
  /^(?:v\/v |ve viec )?(?:to chuc )?(?:cuoc |phien |buoi )?(?:hop|hoi nghi|hoi thao|toa dam|tap huan|lam viec)\b/
const INVITES =
  /\b(?:giay moi|moi (?:du|hop|tham du|lam viec|toa dam|tap huan)|du (?:hop|hoi nghi|hoi thao))\b/

/** Whether a letter looks like an invitation: by its kind (giấy mời), its abstract, or a calendar file that came with it. */
export function invitesToMeeting(letter: Pick<Letter, 'content' | 'files'>): boolean {
  return readsAsInvitation(letter) || letter.files.some(isCalendarFile)
}

/** Whether its words alone say so. */
export function readsAsInvitation({ content }: Pick<Letter, 'content'>): boolean {
  const subject = foldText(content.subject)
  return foldText(content.typeName) === 'giay moi' || BEGINS_AS_ONE.test(subject) || INVITES.test(subject)
}
