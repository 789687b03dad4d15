import { codeOfLetter } from '#shared/domain/correspondence/letter.ts'
import { codeOf } from '#shared/domain/format/boxes.ts'
import type { RegisterLine } from '../../../database/views.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { usePostNames } from '../../../workplace/me.ts'

/** What stands in each column of a line; of a voided number only its own, the day and the reason. */
export function useRegisterCells(
  direction: 'incoming' | 'outgoing',
): (line: RegisterLine) => readonly string[] {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  return (line) => {
    const number = formats.number(line.number)
    if (line.what === 'voided')
      return [
        number,
        formats.date(line.at),
        t('registers.voided', { reason: line.reason, name: nameOf(line.by) }),
      ]
    const date = formats.date(line.date)
    if (direction === 'outgoing') {
      const { document } = line
      if (document === null) return [number, date]
      return [
        number,
        date,
        codeOf(line.number, document.symbol),
        t('drafting.types.officialLetter'),
        document.subject,
        document.signerName,
        document.recipients.map((one) => one.name).join('; '),
        nameOf(document.drafter),
        t(`states.outgoing.${document.status}`),
      ]
    }
    const letter = line.letter
    if (letter?.what !== 'letter') return [number, date]
    return [
      number,
      date,
      letter.fromName,
      codeOfLetter(letter),
      letter.issuedOn === null ? '' : formats.date(letter.issuedOn),
      letter.typeName,
      letter.subject,
      nameOf(letter.presentedTo),
      nameOf(letter.lead),
      t(`incoming.box.${letter.box}`),
    ]
  }
}
