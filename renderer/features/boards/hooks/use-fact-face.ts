import type { BoardFact } from '#shared/domain/boards/facts.ts'
import type { FactFace } from '../../../database/fact-faces.ts'
import { useFace } from '../../../database/use-live.ts'
import { usePostNames } from '../../../workplace/me.ts'

/** What a person knows a counted thing by; undefined while it is read, or when it is not here any more. */
export function useFactFace(fact: BoardFact): FactFace | undefined {
  const nameOf = usePostNames()
  const face = useFace(fact)
  return face == null ? undefined : { ...face, from: face.from === '' ? nameOf(face.post) : face.from }
}
