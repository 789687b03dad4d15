import { useCallback } from 'react'
import { bookFor } from '#shared/domain/registers/choose-book.ts'
import { useSyncState } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { registerLetters, type LetterToRegister, type Registered } from '../use-cases/register-letters.ts'

type Letter = Omit<LetterToRegister, 'book'> & { readonly typeName: string }

/**
 * Puts letters into the book of their kind and, with a post, presents them. Says in one line what was done; where they were presented, the
 * presenting can be taken back, the numbers never (Decree 30 Art 22.2). A letter without a book answers `book-missing`.
 */
export function useRegistering(): (
  letters: readonly Letter[],
  presentTo: string | null,
) => Promise<readonly Registered[]> {
  const t = useT()
  const formats = useFormats()
  const desk = useDesk()
  const toast = useToast()
  const today = useToday()
  const nameOf = usePostNames()
  const sync = useSyncState()
  const isOffline = sync?.offlineSince != null
  return useCallback(
    async (letters, presentTo) => {
      // Read now: a key may come before what is shown beside was read.
      const books = await desk.readers.office.books()
      const placed = letters.map(({ typeName, ...letter }) => ({
        ...letter,
        book: bookFor(books, { direction: 'incoming', kind: typeName, today })?.id ?? null,
      }))
      const ready = placed.flatMap(({ book, ...letter }) => (book === null ? [] : [{ ...letter, book }]))
      const done = await registerLetters(desk, ready, presentTo, isOffline)
      const results = placed.map(
        ({ id }): Registered =>
          done.find((one) => one.id === id) ?? { id, rule: 'book-missing', number: null },
      )
      const taken = results.filter((one) => one.rule === null)
      if (taken.length === 0) return results
      const numbers = taken.flatMap((one) => (one.number === null ? [] : [one.number]))
      const takeBack = (): void => {
        for (const { id } of taken) void desk.act({ kind: 'letter', id }, 'letter.takeBack', {})
      }
      toast.show(
        numbers.length === 0
          ? { icon: 'clock', text: t('registering.toast.waits', { count: taken.length }) }
          : {
              icon: presentTo === null ? 'book-2' : 'user-share',
              text: t(presentTo === null ? 'registering.toast.registered' : 'registering.toast.presented', {
                count: numbers.length,
                numbers: range(numbers, formats.number),
                name: nameOf(presentTo),
              }),
              undo: presentTo === null ? undefined : takeBack,
            },
      )
      return results
    },
    [today, desk, isOffline, toast, t, formats, nameOf],
  )
}

/** `4.812` or `4.812 – 4.831`. */
export function range(numbers: readonly number[], words: (number: number) => string): string {
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  return first === last ? words(first) : `${words(first)} – ${words(last)}`
}
