import { useMemo } from 'react'
import type { Letter, LetterFile } from '#shared/domain/correspondence/letter.ts'
import { isCalendarFile, readsAsInvitation } from '#shared/domain/meetings/invitation/invites.ts'
import { tellsLater } from '#shared/domain/meetings/invitation/read-later.ts'
import { useOpenCalendarFile } from '../../../workplace/calendar-file.ts'

/** Opens a calendar file of this letter for one's own calendar; undefined where it is an invitation to the agency, which becomes a meeting. */
export function useOwnCalendarFile(letter: Letter): ((file: LetterFile) => void) | undefined {
  const open = useOpenCalendarFile()
  return readsAsInvitation(letter) || tellsLater(letter) ? undefined : open
}

/** The same for the first calendar file of the letter, where it has one. */
export function useFirstCalendarFile(letter: Letter): (() => void) | undefined {
  const open = useOwnCalendarFile(letter)
  return useMemo(() => {
    const file = letter.files.find(isCalendarFile)
    return file === undefined || open === undefined ? undefined : () => open(file)
  }, [letter, open])
}
