import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { useAgency } from '../../../database/use-live.ts'
import { useFormats } from '../../../i18n/language-provider.tsx'
import { ArrivalStamp } from '../../../ui/arrival-stamp.tsx'
import { usePostNames } from '../../../workplace/me.ts'

/** Under the issuer and the number, in the margin that Decree 30 leaves for it. */
const PLACE = { xMm: 10, yMm: 52 } as const

/** The stamp of arrival on the first page of a registered letter; in view only, the file stays as it was signed. */
export function LetterStamp({ letter }: { readonly letter: Letter }) {
  const formats = useFormats()
  const nameOf = usePostNames()
  const agency = useAgency()?.state.name ?? ''
  if (letter.number === null) return null
  const forwardTo = nameOf(letter.directive?.lead ?? letter.presentedTo)
  return (
    <ArrivalStamp
      agency={agency}
      number={String(letter.number.number)}
      date={formats.date(letter.number.date)}
      forwardTo={forwardTo === '' ? undefined : forwardTo}
      {...PLACE}
    />
  )
}
