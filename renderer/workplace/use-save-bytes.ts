import { useCallback } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { useToast } from '../ui/toast.tsx'
import { noticeOfError } from './error-words.ts'
import { useNative } from './native-context.tsx'
import { useNotice } from './refusal-notice.tsx'

/** Writes what is made where the user says, and says so; `onSaved` only when it was written. */
export function useSaveBytes(): (
  name: string,
  mediaType: string,
  make: () => Promise<Uint8Array> | Uint8Array,
  onSaved?: () => void,
) => void {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const toast = useToast()
  return useCallback(
    (name, mediaType, make, onSaved) => {
      const write = async (): Promise<void> => {
        const bytes = await make()
        const { sha256 } = await native.invoke('blobs.put', { bytes, mediaType })
        try {
          const isSaved = await native.invoke('blobs.saveAs', { sha256, name })
          if (isSaved) toast.show({ icon: 'download', text: t('common.tables.saved', { name }) })
          if (isSaved) onSaved?.()
        } finally {
          await native.invoke('blobs.release', sha256)
        }
      }
      write().catch((error: unknown) => {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
    },
    [native, notice, toast, t],
  )
}
