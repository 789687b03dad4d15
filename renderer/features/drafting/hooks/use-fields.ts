import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DocumentFields, OfficialDocument } from '#shared/domain/documents/document.ts'
import { useAct } from '../../../workplace/use-act.ts'

const REST_MS = 600

interface Fields {
  readonly fields: DocumentFields
  readonly change: (patch: Patch) => void
  /** Sends what was typed and not sent yet. */
  readonly flush: () => Promise<void>
}

type Patch = Partial<DocumentFields>
type Key = keyof DocumentFields

/** A box that shows what was typed, until that stands in the document itself. */
interface Typed {
  readonly value: unknown
  readonly isSent: boolean
  /** What the document may say on the way there, as JSON: what stood there before, and what was sent before this. */
  readonly passes: readonly string[]
}
type Boxes = Readonly<Partial<Record<Key, Typed>>>

/** The boxes of the page while they are typed in: shown at once, an act after a short rest, and before anything else is done with the page. */
export function useFields(document: OfficialDocument): Fields {
  const act = useAct()
  const [typed, setTyped] = useState<Boxes>({})
  const waiting = useRef<Patch>({})
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const stored = useRef(document.fields)
  useEffect(() => {
    stored.current = document.fields
  }, [document.fields])

  const settled = keysOf(typed).filter((key) => isSettled(typed[key], document.fields[key]))
  if (settled.length > 0) setTyped((now) => without(now, settled))

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    const patch = waiting.current
    const keys = keysOf(patch)
    waiting.current = {}
    if (keys.length === 0) return
    const before = stored.current
    setTyped((now) => each(keys, now, (box, key) => sent(box, patch[key], before[key])))
    const done = await act({ kind: 'document', id: document.id }, 'document.editFields', { patch })
    if (done === undefined)
      setTyped((now) =>
        without(
          now,
          keys.filter((key) => now[key]?.isSent === true),
        ),
      )
  }, [act, document.id])

  const change = useCallback(
    (patch: Patch) => {
      waiting.current = { ...waiting.current, ...patch }
      setTyped((now) => each(keysOf(patch), now, (box, key) => retyped(box, patch[key])))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), REST_MS)
    },
    [flush],
  )
  useEffect(() => () => void flush(), [flush])
  const fields = useMemo(
    () => ({
      ...document.fields,
      ...Object.fromEntries(Object.entries(typed).map(([key, { value }]) => [key, value])),
    }),
    [document.fields, typed],
  )
  return { fields, change, flush }
}

const retyped = (box: Typed | undefined, value: unknown): Typed => ({
  value,
  isSent: false,
  passes: box === undefined ? [] : [...box.passes, JSON.stringify(box.value)],
})

const sent = (box: Typed | undefined, value: unknown, before: unknown): Typed => ({
  value,
  isSent: true,
  passes: [...(box?.passes ?? []), JSON.stringify(before)],
})

/** It stands in the document now, or somebody else has written something there. */
function isSettled(box: Typed | undefined, stands: unknown): boolean {
  const now = JSON.stringify(stands)
  return box?.isSent === true && (now === JSON.stringify(box.value) || !box.passes.includes(now))
}

const keysOf = (patch: Partial<Record<Key, unknown>>): readonly Key[] => Object.keys(patch) as Key[]
const each = (keys: readonly Key[], now: Boxes, to: (box: Typed | undefined, key: Key) => Typed): Boxes => ({
  ...now,
  ...Object.fromEntries(keys.map((key) => [key, to(now[key], key)])),
})
const without = (now: Boxes, keys: readonly Key[]): Boxes =>
  Object.fromEntries(Object.entries(now).filter(([key]) => !keys.includes(key as Key)))
