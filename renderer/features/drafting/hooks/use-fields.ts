import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DocumentFields, OfficialDocument } from '#shared/domain/documents/document.ts'
import { useAct } from '../../../workplace/use-act.ts'

const REST_MS = 600

interface Fields {
  readonly fields: DocumentFields
  readonly change: (patch: Partial<DocumentFields>) => void
  /** Sends what was typed and not sent yet. */
  readonly flush: () => Promise<void>
}

/** The boxes of the page while they are typed in: shown at once, an act after a short rest, and before anything else is done with the page. */
export function useFields(document: OfficialDocument): Fields {
  const act = useAct()
  const [typed, setTyped] = useState<Partial<DocumentFields>>({})
  const waiting = useRef<Partial<DocumentFields>>({})
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    const patch = waiting.current
    waiting.current = {}
    if (Object.keys(patch).length > 0)
      await act({ kind: 'document', id: document.id }, 'document.editFields', { patch })
    setTyped((now) => Object.fromEntries(Object.entries(now).filter(([key]) => key in waiting.current)))
  }, [act, document.id])

  const change = useCallback(
    (patch: Partial<DocumentFields>) => {
      waiting.current = { ...waiting.current, ...patch }
      setTyped((now) => ({ ...now, ...patch }))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), REST_MS)
    },
    [flush],
  )
  useEffect(() => () => void flush(), [flush])
  const fields = useMemo(() => ({ ...document.fields, ...typed }), [document.fields, typed])
  return { fields, change, flush }
}
