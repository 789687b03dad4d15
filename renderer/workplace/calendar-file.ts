import { createContext, useContext } from 'react'
import type { LetterFile } from '#shared/domain/correspondence/letter.ts'

/** Opens a calendar file that came with a letter, for one's own calendar. */
export type OpenCalendarFile = (file: LetterFile) => void

export const CalendarFileContext = createContext<OpenCalendarFile | undefined>(undefined)

/** Undefined where there is no calendar to open it for. */
export function useOpenCalendarFile(): OpenCalendarFile | undefined {
  return useContext(CalendarFileContext)
}
