import { useEffect, useState } from 'react'
import type { RuleId } from '#shared/domain/law/rules.ts'
import type { KeptAccess } from '#shared/log/access.ts'
import { useDesk } from '../../sync/desk-context.tsx'
import { useNative } from '../native-context.tsx'

/** What the node answered. */
export type AccessLogAnswer =
  | { readonly state: 'log'; readonly accesses: readonly KeptAccess[] }
  | { readonly state: 'refused'; readonly rule: RuleId }
  | { readonly state: 'failed'; readonly error: unknown }

/** Asks the node who accessed a document or letter; undefined until it answered. */
export function useAccessLog(
  kind: 'document' | 'letter',
  id: string,
): { readonly answer: AccessLogAnswer | undefined; readonly retry: () => void } {
  const native = useNative()
  const { workspace } = useDesk()
  const [attempt, setAttempt] = useState(0)
  const [answer, setAnswer] = useState<AccessLogAnswer | undefined>(undefined)
  useEffect(() => {
    let isCurrent = true
    const read = async (): Promise<AccessLogAnswer> => {
      const log = await native.invoke('backbone.readAccesses', { workspace, kind, id })
      return log.answer === 'refused'
        ? { state: 'refused', rule: log.rule as RuleId }
        : { state: 'log', accesses: log.accesses }
    }
    const show = (read: AccessLogAnswer): void => {
      if (isCurrent) setAnswer(read)
    }
    read().then(show, (error: unknown) => show({ state: 'failed', error }))
    return () => {
      isCurrent = false
    }
  }, [native, workspace, kind, id, attempt])
  const retry = (): void => {
    setAnswer(undefined)
    setAttempt((now) => now + 1)
  }
  return { answer, retry }
}
