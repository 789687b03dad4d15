import { useCallback } from 'react'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import type { PageMark } from '#shared/domain/documents/page-mark.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import { useIsHere } from './use-is-here.ts'

/** Gives a document back to its drafter with what is to be changed, and leaves it. */
export function useGiveBack(
  { id, drafter }: OfficialDocument,
  onLeave: () => void,
): (reason: string, marks?: readonly PageMark[]) => void {
  const t = useT()
  const act = useUndoableAct()
  const nameOf = usePostNames()
  const isHere = useIsHere()
  const { post } = drafter
  return useCallback(
    (reason, marks) => {
      const payload = { reason, ...(marks === undefined ? {} : { marks: marks.map((one) => ({ ...one })) }) }
      const text = t('drafting.toast.returned', { name: nameOf(post) })
      void act({ kind: 'document', id }, 'document.return', payload, { icon: 'arrow-back-up', text }).then(
        (done) => {
          if (done !== undefined && isHere.current) onLeave()
        },
      )
    },
    [act, id, post, t, nameOf, onLeave, isHere],
  )
}
