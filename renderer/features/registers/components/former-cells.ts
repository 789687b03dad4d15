import type { FormerFacts } from '#shared/domain/registers/former/former-entry.ts'
import type { BookDirection } from '#shared/domain/registers/book.ts'
import type { RegisterEntry } from '#shared/domain/registers/register-form.ts'
import type { Formats } from '../../../i18n/formats.ts'

/**
 * A line of a former register in the ten columns of the law (Decree 30 Annex IV). `place`: where it stands in the list, since former registers
 * have numbers twice and lines without one.
 */
export function formerCells(
  direction: BookDirection,
  facts: FormerFacts,
  place: number,
  formats: Pick<Formats, 'date' | 'number'>,
): RegisterEntry {
  const day = (value: string | null): string => (value === null ? '' : formats.date(value))
  const transferred = /^\d{4}-\d\d-\d\d$/.test(facts.transferred)
    ? formats.date(facts.transferred)
    : facts.transferred
  const number = facts.number === null ? '' : formats.number(facts.number)
  const texts =
    direction === 'incoming'
      ? [
          day(facts.date),
          number,
          facts.issuer,
          facts.code,
          day(facts.issuedOn),
          facts.subject,
          facts.receivers,
          transferred,
          facts.receipt,
          facts.remark,
        ]
      : [
          facts.code,
          day(facts.date),
          facts.subject,
          facts.signer,
          facts.receivers,
          facts.keeper,
          facts.copies,
          transferred,
          facts.receipt,
          facts.remark,
        ]
  return { number: place, isVoided: false, cells: texts.map((text) => ({ text })) }
}
