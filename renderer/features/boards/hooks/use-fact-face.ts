import { useLiveQuery } from 'dexie-react-hooks'
import type { BoardFact } from '#shared/domain/boards/facts.ts'
import { useReaders } from '../../../database/office-context.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { facesOf, type FactFace } from '../use-cases/fact-face.ts'

/** What a person knows a counted thing by; undefined while it is read, or when it is not here any more. */
export function useFactFace(fact: BoardFact): FactFace | undefined {
  const { office } = useReaders()
  const nameOf = usePostNames()
  const face = useLiveQuery(async () => (await facesOf(office, [fact]))[0], [office, fact.id])
  return face === undefined ? undefined : { ...face, from: face.from === '' ? nameOf(face.post) : face.from }
}
