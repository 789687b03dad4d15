const PARTS = ['text', 'words', 'reasons'] as const

/** What a person wrote into an act, so that it can be used elsewhere when the act is refused; undefined: nothing. */
export const writtenIn = (payload: Readonly<Record<string, unknown>>): string | undefined =>
  PARTS.map((part) => payload[part]).find(
    (value): value is string => typeof value === 'string' && value.trim() !== '',
  )
