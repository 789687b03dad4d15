import type { VerdictWord } from '#shared/domain/correspondence/letter.ts'
import type { LetterStatus } from '#shared/domain/correspondence/letter-status.ts'
import type { RuleId } from '#shared/domain/law/rules.ts'
import type { Desk } from '../../../sync/desk-api.ts'
import type { Wish } from '../../../sync/wish.ts'
import { shownState } from '../../../workplace/shown-state.ts'

/** A letter on its way into a book. */
export interface LetterToRegister {
  readonly id: string
  readonly status: LetterStatus
  readonly verdict: VerdictWord
  readonly book: string
}

/** What became of one letter: refused by a rule, numbered, or (both null) waiting for the node. */
export interface Registered {
  readonly id: string
  readonly rule: RuleId | null
  readonly number: number | null
}

/**
 * Accepts what is not accepted yet, registers and, with `presentTo`, presents: every letter whole or not at all, all in one transaction.
 * Without a network it answers at once; the numbers come when the node does.
 */
export async function registerLetters(
  desk: Desk,
  letters: readonly LetterToRegister[],
  presentTo: string | null,
  isOffline: boolean,
): Promise<readonly Registered[]> {
  const results = await desk.actTogether(letters.map((letter) => wishesFor(letter, presentTo)))
  return Promise.all(
    results.map(async (result, index): Promise<Registered> => {
      const id = letters[index]?.id ?? ''
      if (!result.ok) return { id, rule: result.error.rule, number: null }
      if (result.value.waits !== null && isOffline) return { id, rule: null, number: null }
      const shown = await shownState(desk, 'letter', id, (letter) => letter.number !== null)
      return { id, rule: null, number: shown?.number?.number ?? null }
    }),
  )
}

function wishesFor(
  { id, status, verdict, book }: LetterToRegister,
  presentTo: string | null,
): readonly Wish[] {
  const aggregate = { kind: 'letter', id } as const
  const accept: Wish = { aggregate, type: 'letter.accept', payload: { verdictSeen: verdict } }
  return [
    ...(status === 'arrived' ? [accept] : []),
    { aggregate: { kind: 'book', id: book }, type: 'book.assignNumber', payload: { subject: id } },
    {
      aggregate,
      type: 'letter.takeNumber',
      payload: { book, ...(presentTo === null ? {} : { presentTo }) },
    },
  ]
}
