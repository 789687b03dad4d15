import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { AmendmentLines, type AmendmentLine } from '../../../workplace/amending/amendment-lines.tsx'

interface LetterTiesProps {
  readonly letter: Letter
  readonly onOpen: ((id: string) => void) | undefined
}

/** What its sender did to a letter by a later one, and what it does itself to earlier ones. */
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
  return <AmendmentLines lines={lines} onOpen={onOpen} />
}
