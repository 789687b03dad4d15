import { useEffect, useState } from 'react'
import { openCalendarFile, type OpenedFile } from '#shared/exchange/calendar/personal/open-file.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useToday } from '../../../workplace/today.ts'
import { FileSheets } from './file-sheets.tsx'
import { useUnreadNotice } from './use-calendar-file.ts'
import { usePersonalItems, type PersonalItems } from './use-personal-items.ts'

interface CalendarFileProps {
  readonly name: string
  readonly bytes: Uint8Array
  readonly onClose: () => void
}

/** A calendar file that came with a letter: what it brings into one's calendar, or the message that it is. */
export function CalendarFile(props: CalendarFileProps) {
  const today = useToday()
  const shown = usePersonalItems(useDesk(), today, today)
  return shown === undefined ? null : <Read {...props} shown={shown} />
}

function Read({ name, bytes, shown, onClose }: CalendarFileProps & { readonly shown: PersonalItems }) {
  const { person } = useDesk()
  const [opened] = useState<OpenedFile>(() => openCalendarFile(bytes, shown.entries))
  const tell = useUnreadNotice()
  useEffect(() => {
    if (opened.kind !== 'unread') return
    tell(name, opened.error)
    onClose()
  }, [opened, name, tell, onClose])
  if (opened.kind === 'unread') return null
  return (
    <FileSheets
      owner={person}
      file={{ name, opened }}
      entries={shown.entries}
      addresses={shown.addresses}
      itemsOn={shown.itemsBetween}
      onClose={onClose}
    />
  )
}
