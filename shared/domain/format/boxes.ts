import type { DocumentFields } from '../documents/document.ts'
import { partsOf, type LocalDate } from '../../kernel/instant.ts'

/** Box 7a: the lines above the signature (Decree 30 Annex I II.7): authority with the head's title, then the signer's own. */
export function signatureLines(
  fields: Pick<DocumentFields, 'authority' | 'collective' | 'headTitle' | 'ownTitle'>,
): readonly string[] {
  const { authority, collective, headTitle, ownTitle } = fields
  if (authority === 'head') return [headTitle]
  if (authority === 'TM')
    return ownTitle === ''
      ? [`TM. ${collective}`, headTitle]
      : [`TM. ${collective}`, `KT. ${headTitle}`, ownTitle]
  return [`${authority}. ${headTitle}`, ownTitle]
}

/** Who decides, above the bases of a decision: the head by title and agency, or the collective (Decree 30 Annex III form 1.2). Words that end the title and begin the agency stand once. */
export function issuingAuthority(
  fields: Pick<DocumentFields, 'authority' | 'collective' | 'headTitle' | 'agency'>,
): string {
  const { authority, collective, headTitle, agency } = fields
  return authority === 'TM' ? collective : joinedOnce(headTitle, agency)
}

/** `Trưởng phòng` and `Phòng Tổ chức` as `Trưởng phòng Tổ chức`: words that end the one and begin the other stand once. */
export function joinedOnce(first: string, second: string): string {
  const before = first.trim().split(/\s+/u)
  const behind = second.trim().split(/\s+/u)
  const folded = (words: readonly string[]): string =>
    words.join(' ').normalize('NFC').toLocaleLowerCase('vi')
  const most = Math.min(before.length, behind.length)
  const shared = Array.from({ length: most }, (_, index) => most - index).find(
    (count) => folded(before.slice(-count)) === folded(behind.slice(0, count)),
  )
  return [...before, ...behind.slice(shared ?? 0)].join(' ').trim()
}

/** Box 9a: one addressee stands on the line of `Kính gửi:`, several each on a line with a dash, the last with a full stop. */
export function addresseeLines(addressees: readonly string[]): readonly string[] {
  const names = addressees.map((one) => one.trim().replace(/[;.]$/, '')).filter((one) => one !== '')
  if (names.length < 2) return names.map((one) => `${one}.`)
  return names.map((one, index) => `- ${one}${index === names.length - 1 ? '.' : ';'}`)
}

/** Box 9b below its heading: every line with a dash, closed by `;`, the last by `.` */
export function receiverLines(receivers: readonly string[]): readonly string[] {
  const names = receivers
    .map((one) => one.trim().replace(/^-\s*/, '').replace(/[;.]$/, ''))
    .filter((one) => one !== '')
  return names.map((one, index) => `- ${one}${index === names.length - 1 ? '.' : ';'}`)
}

/** Number as printed: below 10 with a leading 0 (Annex I II.3.c). */
export const printedNumber = (number: number): string => String(number).padStart(2, '0')

/** Date as printed in box 4: day below 10 and months 1 and 2 with a leading 0, other months without (Annex I II.4). */
export function printedDate(date: LocalDate): string {
  const { year, month, day } = partsOf(date)
  return `ngày ${String(day).padStart(2, '0')} tháng ${month < 3 ? `0${String(month)}` : String(month)} năm ${String(year)}`
}

/** Number and symbol of an issued document: `1287/SNV-TCBC`. */
export const codeOf = (number: number, symbol: string): string => `${printedNumber(number)}/${symbol}`
