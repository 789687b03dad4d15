import { isSameLetter } from '#shared/domain/correspondence/duplicates.ts'
import type { RuleId } from '#shared/domain/law/rules.ts'
import type { IncomingLetterRow, IncomingRow } from '../../../projections/incoming.ts'

type Identity = Pick<IncomingLetterRow, 'id' | 'number' | 'symbol' | 'issuedOn' | 'fromCode' | 'fromName'>

const identity = ({ number, symbol, issuedOn, fromCode, fromName }: Identity) => ({
  number,
  symbol,
  issuedOn,
  from: { code: fromCode, name: fromName },
})

/** Another letter here with the same number, symbol and issuer; returned ones do not count. */
export function duplicateOf(row: Identity, others: readonly IncomingRow[]): IncomingLetterRow | undefined {
  return others
    .filter((one) => one.what === 'letter')
    .find(
      (one) => one.id !== row.id && one.status !== 'refused' && isSameLetter(identity(one), identity(row)),
    )
}

/** Why a letter is not registered together with others but looked at by itself; null when it is clean. */
export function heldBackBy(row: IncomingLetterRow, others: readonly IncomingRow[]): RuleId | null {
  if (row.status !== 'arrived' && row.status !== 'accepted') return 'wrong-state'
  if (row.verdict === 'invalid') return 'verdict-invalid'
  if (row.status === 'arrived' && row.paper !== 'original') {
    if (row.verdict === 'unsigned') return 'unsigned-for-reference'
    if (row.verdict !== 'valid') return 'verdict-needs-look'
  }
  if ([row.fromName, row.number, row.symbol, row.subject].some((field) => field.trim() === ''))
    return 'registration-incomplete'
  return duplicateOf(row, others) === undefined ? null : 'duplicate-letter'
}
