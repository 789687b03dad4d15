import type { Post } from '#shared/domain/directory/directory.ts'
import type { BookRow } from '../../../projections/books.ts'

/** The incoming book of the newest year: where the next letter goes. */
export function incomingBookOf(books: readonly BookRow[]): BookRow | undefined {
  return books.filter((book) => book.direction === 'incoming').sort((a, b) => b.year - a.year)[0]
}

/** Whom letters are presented to unless the clerk says otherwise: the head of the agency, else its first leader. */
export function leaderOf(people: readonly Post[], headTitle: string): Post | undefined {
  const leaders = people.filter((post) => post.roles.includes('leader'))
  return leaders.find((post) => post.title.toUpperCase() === headTitle.toUpperCase()) ?? leaders[0]
}
