import { useMemo } from 'react'
import { codeOfLetter, type Correctable } from '#shared/domain/correspondence/letter.ts'
import type { SenderRequest } from '#shared/domain/correspondence/sender-request.ts'
import type { Amendment } from '#shared/domain/documents/amendment.ts'
import { kindFacts } from '#shared/domain/documents/kinds.ts'
import { codeOf, printedNumber } from '#shared/domain/format/boxes.ts'
import type { BookDirection } from '#shared/domain/registers/book.ts'
import type { RegisterCell, RegisterEntry } from '#shared/domain/registers/register-form.ts'
import type { RegisterLine } from '../../../database/views.ts'
import type { Formats } from '../../../i18n/formats.ts'
import { useOfficial } from '../../../i18n/language-provider.tsx'
import type { Translate } from '../../../i18n/messages.ts'
import type { IncomingLetterRow } from '../../../projections/incoming.ts'
import type { OutgoingRow } from '../../../projections/outgoing.ts'
import { citedWords } from '../../../workplace/amending/use-cited.ts'
import { usePeople, useUnits } from '../../../database/use-live.ts'

interface Words {
  readonly t: Translate
  readonly formats: Formats
  readonly nameOf: (post: string | null) => string
  readonly unitOf: (unit: string) => string
}

const COLUMNS = 10
const LAST = COLUMNS - 1

/** The lines of a register in the ten columns of the law (Decree 30 Annex IV), as they are shown, printed and exported. */
export function useRegisterEntries(
  direction: BookDirection,
  lines: readonly RegisterLine[] | undefined,
): readonly RegisterEntry[] | undefined {
  const { t, formats } = useOfficial()
  const people = usePeople()
  const units = useUnits()
  return useMemo(() => {
    const words: Words = {
      t,
      formats,
      nameOf: (post) => people?.find((one) => one.id === post)?.name ?? '',
      unitOf: (unit) => units?.find((one) => one.id === unit)?.name ?? '',
    }
    return lines?.map((line) => entryOf(direction, line, words))
  }, [direction, lines, t, formats, people, units])
}

function entryOf(direction: BookDirection, line: RegisterLine, words: Words): RegisterEntry {
  const { t, formats, nameOf } = words
  if (line.what === 'voided') {
    const date = formats.date(line.at)
    const cells = blank()
    cells[direction === 'incoming' ? 0 : 1] = { text: date }
    cells[direction === 'incoming' ? 1 : 0] = { text: formats.number(line.number) }
    cells[LAST] = { text: t('registers.voided', { reason: line.reason, name: nameOf(line.by) }) }
    return { number: line.number, isVoided: true, cells }
  }
  const { number, date } = line
  if (direction === 'outgoing')
    return {
      number,
      isVoided: false,
      cells:
        line.document === null
          ? withNumber(0, printedNumber(number), 1, formats.date(date))
          : outgoingCells(number, formats.date(date), line.document, line.deliveries, words),
    }
  const letter = line.letter?.what === 'letter' ? line.letter : null
  return {
    number,
    isVoided: letter?.status === 'refused',
    cells:
      letter !== null
        ? incomingCells(number, formats.date(date), letter, words)
        : line.recalledBy !== null
          ? recalledCells(number, formats.date(date), line.recalledBy, words)
          : withNumber(1, formats.number(number), 0, formats.date(date)),
  }
}

const amended = (amendments: readonly Amendment[], { t, formats }: Words): readonly string[] =>
  amendments.map((one) => t(`amending.doneBy.${one.way}`, { cited: citedWords(one, t, formats) }))

/** A recalled letter is destroyed; its line stays, and says on what ground (Decree 30 Art 18.4; Annex IV). */
function recalledCells(
  number: number,
  date: string,
  { line, notice, answer }: SenderRequest,
  { t, formats, nameOf }: Words,
): readonly RegisterCell[] {
  if (line === null) return withNumber(1, formats.number(number), 0, date)
  const remark =
    notice === null
      ? t('amending.recalledAsAsked', { date: answer === null ? '' : formats.date(answer.at) })
      : t('amending.doneBy.recall', { cited: citedWords(notice, t, formats) })
  return [
    { text: date },
    { text: formats.number(number) },
    { text: line.issuer },
    { text: line.code },
    { text: line.issuedOn === null ? '' : formats.date(line.issuedOn) },
    { text: [line.typeName, line.subject].filter((part) => part !== '').join(' ') },
    { text: nameOf(line.receiver) },
    { text: line.transferredAt === null ? '' : formats.date(line.transferredAt) },
    { text: '' },
    { text: remark },
  ]
}

function incomingCells(
  number: number,
  date: string,
  letter: IncomingLetterRow,
  words: Words,
): readonly RegisterCell[] {
  const { t, formats, nameOf } = words
  const before = (columns: readonly Correctable[], text: string): RegisterCell => {
    const old = letter.corrections
      .filter((one, index, all) => all.findIndex((other) => other.column === one.column) === index)
      .filter((one) => columns.includes(one.column))
      .map((one) => (one.column === 'issuedOn' && one.before !== '' ? formats.date(one.before) : one.before))
    return old.length === 0 ? { text } : { text, struck: old.join(' ') }
  }
  const receivers = [letter.lead ?? letter.presentedTo].filter((post) => post !== null).map(nameOf)
  const remarks = [
    letter.paper === 'original'
      ? t('registers.paper')
      : letter.paper === 'copy'
        ? t('registers.paperToo')
        : '',
    letter.refusedReason === null ? '' : t('registers.returned', { reason: letter.refusedReason }),
    ...amended(letter.amendments, words),
    ...letter.corrections.map((one) =>
      t('registers.corrected', {
        reason: one.reason,
        name: nameOf(one.by.post),
        date: formats.date(one.at),
      }),
    ),
  ]
  return [
    { text: date },
    { text: formats.number(number) },
    before(['issuer'], letter.fromName),
    before(['number', 'symbol'], codeOfLetter(letter)),
    before(['issuedOn'], letter.issuedOn === null ? '' : formats.date(letter.issuedOn)),
    before(
      ['typeName', 'subject'],
      [letter.typeName, letter.subject].filter((part) => part !== '').join(' '),
    ),
    { text: receivers.join('; ') },
    { text: letter.transferredAt === null ? '' : formats.date(letter.transferredAt) },
    {
      text:
        letter.startedAt === null
          ? ''
          : t('registers.received', { name: nameOf(letter.lead), date: formats.date(letter.startedAt) }),
    },
    { text: remarks.filter((part) => part !== '').join('; ') },
  ]
}

function outgoingCells(
  number: number,
  date: string,
  document: OutgoingRow,
  deliveries: RegisterLine['deliveries'],
  words: Words,
): readonly RegisterCell[] {
  const { t, formats, unitOf } = words
  const { amends } = document
  const remarks = [
    document.issuedAt === null ? t('registers.notIssued') : '',
    amends === null ? '' : t(`amending.doesTo.${amends.way}`, { cited: citedWords(amends, t, formats) }),
    ...amended(document.amendments, words),
  ]
  return [
    { text: codeOf(number, document.symbol) },
    { text: date },
    { text: `${kindFacts[document.kind].name} ${document.subject}` },
    { text: document.signerName },
    { text: document.recipients.map((one) => one.name).join('; ') },
    { text: unitOf(document.unit) },
    { text: formats.number(document.recipients.length) },
    { text: document.issuedAt === null ? '' : formats.date(document.issuedAt) },
    { text: deliveries === null ? '' : t('registers.reached', { ...deliveries }) },
    { text: remarks.filter((part) => part !== '').join('; ') },
  ]
}

const blank = (): RegisterCell[] => Array.from({ length: COLUMNS }, () => ({ text: '' }))

function withNumber(at: number, number: string, dateAt: number, date: string): readonly RegisterCell[] {
  const cells = blank()
  cells[at] = { text: number }
  cells[dateAt] = { text: date }
  return cells
}
