import { useCallback, useMemo } from 'react'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import { useT } from '../i18n/language-provider.tsx'
import { noticeOfError } from './error-words.ts'
import { useNative } from './native-context.tsx'
import { useNotice } from './refusal-notice.tsx'

/** A file that was kept on this desk, by its content, under the name it had. */
export interface AddedFile {
  readonly name: string
  readonly blob: BlobRef
}

/**
 * Takes files in, one after the other: chosen in the system's dialog, or dropped on the page. What fails is shown with its reason.
 * `onAll` is called when no more of them come, also behind one that failed.
 */
export function useAddFiles(
  add: (file: AddedFile) => unknown,
  onAll?: () => void,
): {
  readonly choose: () => void
  readonly drop: (files: readonly File[]) => void
} {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const guarded = useCallback(
    (work: () => Promise<void>): void => {
      work().catch((error: unknown) => {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
    },
    [t, notice],
  )
  return useMemo(() => {
    const takeAll = async (tokens: readonly (() => Promise<string>)[]): Promise<void> => {
      try {
        for (const token of tokens) await add(await native.invoke('blobs.import', await token()))
      } finally {
        onAll?.()
      }
    }
    return {
      choose: () =>
        guarded(async () => {
          const chosen = await native.invoke('blobs.choose', { extensions: [], several: true })
          await takeAll(
            chosen.map(
              ({ token }) =>
                () =>
                  Promise.resolve(token),
            ),
          )
        }),
      drop: (files) =>
        guarded(() => takeAll(files.map((file) => async () => (await native.tokenForFile(file)).token))),
    }
  }, [native, guarded, add, onAll])
}
