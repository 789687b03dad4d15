import { useCallback } from 'react'
import { useT } from '../../../i18n/language-provider.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Writes a sheet (`.xlsx` or `.csv`) where the user says. */
export function useSaveBytes(): (name: string, bytes: Uint8Array) => void {
  const t = useT()
  const native = useNative()
  const toast = useToast()
  const notice = useNotice()
  return useCallback(
    (name, bytes) => {
      const write = async (): Promise<void> => {
        const mediaType = name.endsWith('.xlsx') ? XLSX : 'text/csv'
        const blob = await native.invoke('blobs.put', { bytes, mediaType })
        const isSaved = await native.invoke('blobs.saveAs', { sha256: blob.sha256, name })
        await native.invoke('blobs.release', blob.sha256)
        if (isSaved) toast.show({ icon: 'download', text: t('registers.toast.saved', { name }) })
      }
      write().catch((error: unknown) => {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
    },
    [native, notice, t, toast],
  )
}
