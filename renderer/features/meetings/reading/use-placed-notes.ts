import { useEffect, useMemo, useState } from 'react'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { isAppError } from '#shared/errors/to-app-error.ts'
import { useNotes } from '../../../database/use-live-meetings.ts'
import type { NoteRow } from '../../../projections/notes.ts'
import { useMissingFiles } from '../../../workplace/files-at-hand-context.tsx'
import { usePageTexts } from '../../../workplace/use-page-texts.ts'
import { fileToSearch, placedNotes, type PlacedNote, type TextsOf } from './placed-note.ts'

const NONE: readonly NoteRow[] = []

/** What this person noted on a meeting, each note where it stands in the newest papers. */
export function usePlacedNotes(meeting: Meeting): readonly PlacedNote[] {
  const read = usePageTexts()
  const notes = useNotes(meeting.id) ?? NONE
  const stillComing = useMissingFiles()
  const [texts, setTexts] = useState<ReadonlyMap<string, readonly string[] | 'unread'>>(new Map())
  useEffect(() => {
    let isCurrent = true
    const keep = (sha256: string, what: readonly string[] | 'unread'): void => {
      if (isCurrent) setTexts((before) => new Map(before).set(sha256, what))
    }
    const wanted = notes.flatMap((note) => fileToSearch(meeting, note) ?? [])
    for (const file of new Map(wanted.map((one) => [one.sha256, one])).values())
      read(file).then(
        (pages) => keep(file.sha256, pages),
        (error: unknown) => {
          if (isAppError(error, 'pdf-unreadable')) keep(file.sha256, 'unread')
        },
      )
    return () => {
      isCurrent = false
    }
  }, [read, meeting, notes, stillComing])
  return useMemo(() => {
    const textsOf: TextsOf = (sha256) => texts.get(sha256)
    return placedNotes(meeting, notes, textsOf)
  }, [meeting, notes, texts])
}
