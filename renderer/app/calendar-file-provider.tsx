import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { useDesk } from '../sync/desk-context.tsx'
import { CalendarFileContext, type OpenCalendarFile } from '../workplace/calendar-file.ts'
import { noticeOfError } from '../workplace/error-words.ts'
import { bringHere } from '../workplace/files.ts'
import { useNative } from '../workplace/native-context.tsx'
import { useNotice } from '../workplace/refusal-notice.tsx'

// Read when the first calendar file is opened.
const CalendarFile = lazy(async () => {
  const { CalendarFile: sheet } = await import('../features/schedule/personal/calendar-file.tsx')
  return { default: sheet }
})

interface Opened {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Opens calendar files of letters over whatever is on the screen: one stays where one was. */
export function CalendarFileProvider({ children }: { readonly children: ReactNode }) {
  const t = useT()
  const native = useNative()
  const { workspace } = useDesk()
  const notice = useNotice()
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = useCallback(() => setOpened(null), [])
  const open = useCallback<OpenCalendarFile>(
    ({ name, file }) => {
      bringHere(native, workspace, file)
        .then(() => native.invoke('blobs.get', file.sha256))
        .then((bytes) => setOpened({ name, bytes }))
        .catch((error: unknown) => {
          const words = noticeOfError(t, error)
          if (words !== undefined) notice(words)
        })
    },
    [t, native, workspace, notice],
  )
  return (
    <CalendarFileContext value={open}>
      {children}
      {opened !== null && (
        <Suspense>
          <CalendarFile {...opened} onClose={close} />
        </Suspense>
      )}
    </CalendarFileContext>
  )
}
