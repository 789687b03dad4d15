import { useCallback } from 'react'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { directoryNow, type DirectoryNow } from '../../../workplace/directory-now.ts'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNotice, useRefusal } from '../../../workplace/refusal-notice.tsx'
import { beginDraft, type DraftPlan } from '../use-cases/begin-draft.ts'

/** Makes a draft out of what the directory says when it is asked for, and opens it; a refusal is shown with its rule. */
export function useBeginDraft(
  onOpen: (id: string) => void,
): (plan: (now: DirectoryNow) => DraftPlan | Promise<DraftPlan>) => void {
  const t = useT()
  const desk = useDesk()
  const notice = useNotice()
  const refuse = useRefusal()
  return useCallback(
    (plan) => {
      directoryNow(desk)
        .then(plan)
        .then((draft) => beginDraft(desk, draft))
        .then((begun) => {
          if (begun.ok) onOpen(begun.value)
          else refuse(begun.error)
        })
        .catch((error: unknown) => {
          const words = noticeOfError(t, error)
          if (words !== undefined) notice(words)
        })
    },
    [t, desk, notice, refuse, onOpen],
  )
}
