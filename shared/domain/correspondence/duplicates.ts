import { sha256Hex } from '../../kernel/hash.ts'
import { foldText } from '../../kernel/text-folding.ts'
import { codeOfLetter, type LetterContent } from './letter.ts'

/** The part of a letter that tells it from others (Decree 30 Annex VI I.III.1h). */
export type LetterIdentity = Pick<LetterContent, 'number' | 'symbol' | 'issuedOn' | 'from'>

/** The same for letters that may be the same: a hash of number and symbol; empty when either is missing. Safe to keep in clear. */
export function sameLetterKey(content: Pick<LetterContent, 'number' | 'symbol'>): string {
  const number = content.number.replace(/^0+/, '')
  if (number === '' || content.symbol === '') return ''
  return sha256Hex(foldText(codeOfLetter({ number, symbol: content.symbol })).replaceAll(' ', '')).slice(
    0,
    32,
  )
}

/** Whether two letters with the same key are the same: number, symbol and issuer agree, and the dates where both are known. */
export function isSameLetter(a: LetterIdentity, b: LetterIdentity): boolean {
  const key = sameLetterKey(a)
  if (key === '' || key !== sameLetterKey(b)) return false
  if (a.issuedOn !== null && b.issuedOn !== null && a.issuedOn !== b.issuedOn) return false
  const codeA = a.from.code.trim().toUpperCase()
  if (codeA !== '' && codeA === b.from.code.trim().toUpperCase()) return true
  const nameA = foldText(a.from.name)
  const nameB = foldText(b.from.name)
  return nameA === '' || nameB === '' || nameA.startsWith(nameB) || nameB.startsWith(nameA)
}
