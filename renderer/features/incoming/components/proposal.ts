import type { Post } from '#shared/domain/directory/directory.ts'
import type { BookRow } from '../../../projections/books.ts'

/** The incoming book of the newest year: where the next letter goes. */
export function incomingBookOf(books: readonly BookRow[]): BookRow | undefined {
  return books.filter((book) => book.direction === 'incoming').sort((a, b) => b.year - a.year)[0]
}

/** Whom letters are presented to unless the clerk says otherwise: the first leader of the directory. */
export function leaderOf(people: readonly Post[]): Post | undefined {
  return people.find((post) => post.roles.includes('leader'))
}
