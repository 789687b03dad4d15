import { useCallback } from 'react'
import type { SignMany } from '../../../workplace/sign.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useNative } from '../../../workplace/native-context.tsx'
import { initialDocuments } from '../use-cases/initial-documents.ts'
import { useFieldLabels } from './use-field-labels.ts'

/** Initials drafts as they lie in the list, without opening an editor for each. */
export function useInitialMany(): SignMany {
  const desk = useDesk()
  const native = useNative()
  const labels = useFieldLabels()
  return useCallback(
    async (documents, heldBack) => {
      const texts = await Promise.all(documents.map(({ id }) => desk.openText(id)))
      try {
        return await initialDocuments({
          native,
          desk,
          labels,
          heldBack,
          documents: documents.flatMap((document, index) => {
            const text = texts[index]?.doc
            return text === undefined ? [] : [{ document, text }]
          }),
        })
      } finally {
        await Promise.all(texts.map((text) => text.close()))
      }
    },
    [desk, native, labels],
  )
}
