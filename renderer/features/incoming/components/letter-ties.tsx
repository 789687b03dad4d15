import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { useRequestsAbout } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { AmendmentLines, type AmendmentLine } from '../../../workplace/amending/amendment-lines.tsx'
import classes from './letter.module.css'

interface LetterTiesProps {
  readonly letter: Letter
  readonly onOpen: ((id: string) => void) | undefined
}

/** What its sender did to a letter by a later one, what it does itself to earlier ones, and what a clerk has not answered yet. */
export function LetterTies({ letter, onOpen }: LetterTiesProps) {
  const lines: readonly AmendmentLine[] = [
    ...(letter.amendments ?? []).map(({ by, ...one }) => ({ ...one, side: 'doneBy' as const, other: by })),
    ...(letter.content.concerns ?? []).map(({ way, letter: other, code }) => ({
      way,
      code,
      typeName: '',
      issuedOn: null,
      side: 'doesTo' as const,
      other,
    })),
  ]
  const t = useT()
  const open = (useRequestsAbout(letter.id) ?? []).filter(({ state }) => state.answer === null)
  return (
    <>
      {open.map(({ id, state: { way, reason } }) => (
        <div key={id} className={`${classes.limit ?? ''} num`}>
          {t(`amending.request.waits.${way}`, { reason })}
        </div>
      ))}
      <AmendmentLines lines={lines} onOpen={onOpen} />
    </>
  )
}
