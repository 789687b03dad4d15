import { useCallback, useState } from 'react'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import type { CalendarError } from '#shared/exchange/calendar/errors.ts'
import { openCalendarFile, type OpenedFile } from '#shared/exchange/calendar/personal/open-file.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'

/** A calendar file that lies open before one. */
export interface OpenFile {
  readonly name: string
  readonly opened: Exclude<OpenedFile, { readonly kind: 'unread' }>
}

/** Opens a calendar file: chosen, or dropped on the calendar. What cannot be read is told with its line. */
export function useCalendarFile(entries: Readonly<Record<string, CalendarEntry>> | undefined): {
  readonly open: OpenFile | null
  readonly close: () => void
  readonly choose: () => void
  readonly drop: (file: File) => void
} {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const tell = useUnreadNotice()
  const [open, setOpen] = useState<OpenFile | null>(null)
  const read = useCallback(
    async (token: string) => {
      const { blob, name } = await native.invoke('blobs.import', token)
      const bytes = await native.invoke('blobs.get', blob.sha256)
      await native.invoke('blobs.release', blob.sha256)
      const opened = openCalendarFile(bytes, entries ?? {})
      if (opened.kind !== 'unread') {
        setOpen({ name, opened })
        return
      }
      tell(name, opened.error)
    },
    [native, entries, tell],
  )
  const guarded = useCallback(
    (work: Promise<void>): void => {
      work.catch((error: unknown) => {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
    },
    [t, notice],
  )
  const choose = useCallback(() => {
    const chosen = native.invoke('blobs.choose', { extensions: ['ics'], several: false })
    guarded(chosen.then(([file]) => (file === undefined ? undefined : read(file.token))))
  }, [native, guarded, read])
  const drop = useCallback(
    (file: File) => guarded(native.tokenForFile(file).then(({ token }) => read(token))),
    [native, guarded, read],
  )
  return { open, close: () => setOpen(null), choose, drop }
}

/** Tells why a calendar file cannot be read, with its line. */
export function useUnreadNotice(): (name: string, error: CalendarError) => void {
  const t = useT()
  const notice = useNotice()
  return useCallback(
    (name, { code, line }) =>
      notice({
        words: t('schedule.mine.file.unread', { name }),
        remedy: t('schedule.mine.file.unreadWhy', { code, line }),
        citation: null,
      }),
    [t, notice],
  )
}
