import { useCallback } from 'react'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { NativeApi } from '../../../native/native-api.ts'
import { useToast } from '../../../ui/toast.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'

/** Makes a file and writes it where the user says; what fails is shown with its reason. */
export function useSaving(): (
  name: string,
  make: (native: NativeApi) => Promise<Pick<BlobRef, 'sha256'>>,
) => void {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const toast = useToast()
  return useCallback(
    (name, make) => {
      const write = async (): Promise<void> => {
        const { sha256 } = await make(native)
        const isSaved = await native.invoke('blobs.saveAs', { sha256, name })
        await native.invoke('blobs.release', sha256)
        if (isSaved) toast.show({ icon: 'download', text: t('common.tables.saved', { name }) })
      }
      write().catch((error: unknown) => {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
    },
    [t, native, notice, toast],
  )
}
