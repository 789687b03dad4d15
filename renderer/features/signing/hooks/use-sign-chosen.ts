import { useCallback } from 'react'
import { refuse } from '#shared/domain/decision.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { ruleNotice, useNotice } from '../../../workplace/refusal-notice.tsx'
import { useSeenDocuments } from '../../../workplace/seen-documents.ts'
import type { SignMany, SignResult } from '../../../workplace/sign.ts'

interface SignChosen {
  /** Documents that were chosen, in the order of the list. */
  readonly ids: readonly string[]
  readonly isInitials: boolean
  readonly run: SignMany
  /** Told when there were several: what became of each. */
  readonly onResults: (results: readonly SignResult[]) => void
}

/** Signs what was chosen and seen, with one PIN; what was not on screen as it is now is held back and named. */
export function useSignChosen({ ids, isInitials, run, onResults }: SignChosen): () => void {
  const t = useT()
  const desk = useDesk()
  const notice = useNotice()
  const toast = useToast()
  const { hasAsIs } = useSeenDocuments()
  const key = ids.join(' ')
  return useCallback(() => {
    const go = async (): Promise<void> => {
      const shown = await Promise.all(key.split(' ').map((id) => desk.readers.office.seen('document', id)))
      const documents = shown.flatMap((one) => (one === null ? [] : [one.state]))
      const ready = documents.filter(hasAsIs)
      const held = documents.filter((one) => !ready.includes(one))
      if (ready.length === 0) {
        notice(ruleNotice(t, 'not-seen'))
        return
      }
      const results = [
        ...(await run(ready, held.length)),
        ...held.map(({ id, fields }): SignResult => ({
          document: id,
          subject: fields.subject,
          problem: refuse('not-seen').refusal,
        })),
      ]
      const done = results.filter((one) => one.problem === null).length
      if (done > 0)
        toast.show({
          icon: 'writing-sign',
          text: t(isInitials ? 'signing.toast.initialled' : 'signing.toast.signed', { count: done }),
        })
      if (results.length > 1) {
        onResults(results)
        return
      }
      const problem = results[0]?.problem ?? null
      if (problem instanceof AppError) throw problem
      if (problem !== null) notice(ruleNotice(t, problem.rule))
    }
    go().catch((error: unknown) => {
      const words = noticeOfError(t, error)
      if (words !== undefined) notice(words)
    })
  }, [key, desk, hasAsIs, run, isInitials, toast, t, notice, onResults])
}
