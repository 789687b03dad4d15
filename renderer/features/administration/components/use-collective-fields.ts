import { useState } from 'react'
import { collectiveFields } from '#shared/domain/directory/collectives.ts'
import type { Collective } from '#shared/domain/directory/directory.ts'

const BLANK = { name: '', abbreviation: '', title: '' }
export type CollectiveWords = typeof BLANK

export interface CollectiveFields {
  readonly words: CollectiveWords
  readonly signer: readonly string[]
  readonly setWord: (field: keyof CollectiveWords, value: string) => void
  readonly setSigner: (signer: readonly string[]) => void
  /** What is asked for; undefined while something is missing. */
  readonly asked: Omit<Collective, 'id'> | undefined
  readonly clear: () => void
}

/** What is typed of a body that decides together, from what it is now. */
export function useCollectiveFields(from?: Collective): CollectiveFields {
  const [words, setWords] = useState<CollectiveWords>(
    from === undefined ? BLANK : { name: from.name, abbreviation: from.abbreviation, title: from.title },
  )
  const [signer, setSigner] = useState<readonly string[]>(from === undefined ? [] : [from.signer])
  const asked = collectiveFields.omit({ id: true }).safeParse({
    ...words,
    abbreviation: words.abbreviation.trim(),
    signer: signer[0] ?? '',
  })
  return {
    words,
    signer,
    setWord: (field, value) => setWords((now) => ({ ...now, [field]: value })),
    setSigner,
    asked: asked.data,
    clear: () => {
      setWords(BLANK)
      setSigner([])
    },
  }
}
