import { useCallback, useState } from 'react'
import { AppError } from '#shared/errors/app-error.ts'
import type { OfferedFile } from '#shared/ipc/blobs.ipc.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { ruleNotice, useNotice } from '../../../workplace/refusal-notice.tsx'
import type { Scan } from '../components/paper-letter.tsx'

const EXTENSIONS = ['pdf', 'tif', 'tiff', 'png', 'jpg', 'jpeg']

/** Scans the clerk brought in, read one after another; the first one is worked on. What bears a secrecy mark is refused and not kept. */
export function useScans(): {
  readonly scan: Scan | undefined
  readonly isReading: boolean
  readonly choose: () => void
  readonly drop: (files: readonly File[]) => void
  readonly end: (isKept: boolean) => void
} {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const [scans, setScans] = useState<readonly Scan[]>([])
  const [reading, setReading] = useState(0)

  const take = useCallback(
    async (offered: readonly OfferedFile[]) => {
      setReading((count) => count + offered.length)
      for (const { token } of offered) {
        try {
          const scan = await native.invoke('scan.import', token)
          setScans((all) => [...all, scan])
        } catch (error) {
          const isSecret = error instanceof AppError && error.code === 'secret-mark'
          const words = isSecret ? ruleNotice(t, 'secret-refused') : noticeOfError(t, error)
          if (words !== undefined) notice(words)
        } finally {
          setReading((count) => count - 1)
        }
      }
    },
    [native, notice, t],
  )
  const choose = useCallback(() => {
    void native.invoke('blobs.choose', { extensions: EXTENSIONS, several: true }).then(take)
  }, [native, take])
  const drop = useCallback(
    (files: readonly File[]) => {
      void Promise.all(files.map((file) => native.tokenForFile(file))).then(take)
    },
    [native, take],
  )
  const end = useCallback(
    (isKept: boolean) => {
      const done = scans[0]
      setScans((all) => all.slice(1))
      if (!isKept && done !== undefined) void native.invoke('blobs.release', done.blob.sha256)
    },
    [native, scans],
  )
  return { scan: scans[0], isReading: reading > 0, choose, drop, end }
}
