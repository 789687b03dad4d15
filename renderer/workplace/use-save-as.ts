import { useCallback } from 'react'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import { useT } from '../i18n/language-provider.tsx'
import { useDesk } from '../sync/desk-context.tsx'
import { noticeOfError } from './error-words.ts'
import { bringHere } from './files.ts'
import { useNative } from './native-context.tsx'
import { useNotice } from './refusal-notice.tsx'

/** Saves a file where the user says, after it was brought to this desk. */
export function useSaveAs(name: string): (file: BlobRef) => void {
  const t = useT()
  const native = useNative()
  const { workspace } = useDesk()
  const notice = useNotice()
  return useCallback(
    (file) => {
      bringHere(native, workspace, file)
        .then(() => native.invoke('blobs.saveAs', { sha256: file.sha256, name }))
        .catch((error: unknown) => {
          const words = noticeOfError(t, error)
          if (words !== undefined) notice(words)
        })
    },
    [native, workspace, name, notice, t],
  )
}
