import type { Collective } from '../directory/directory.ts'
import { kindNames } from '../documents/kind-names.ts'
import type { Book } from '../registers/book.ts'
import type { AgencySettings, Series } from './settings.ts'

/** Copies (Decree 30 Art 25): all of them bear numbers of one series (Annex I part II). */
export const copyKinds = ['Bản sao y', 'Bản sao lục', 'Bản trích sao'] as const

/** Kinds that may have a series of their own: those of Decree 30 Art 7, and copies. */
export const seriesKinds: readonly string[] = [...kindNames, ...copyKinds]

/** The book of a series in a year: the same id on every desk, so that it is opened once. */
export const bookIdOf = ({ id }: Pick<Series, 'id'>, year: number): string => `${id}-${year}`

type Named = Pick<Book, 'id' | 'name' | 'year' | 'direction'>

/** The series a book belongs to: opened for it, or of before and of the same name and direction. */
export function seriesOfBook(settings: AgencySettings, book: Named): Series | undefined {
  return (
    settings.series.find((one) => bookIdOf(one, book.year) === book.id) ??
    settings.series.find((one) => one.direction === book.direction && plain(one.name) === plain(book.name))
  )
}

/** The kinds a book takes as the agency has it now; as it was opened when no series names it. */
export const kindsOfBook = (settings: AgencySettings, book: Named & Pick<Book, 'kinds'>): readonly string[] =>
  seriesOfBook(settings, book)?.kinds ?? book.kinds ?? []

/** A name without the year that books often bear: `Sổ văn bản đến 2026`, `Sổ văn bản đến năm 2026`. */
const plain = (name: string): string =>
  name
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[\s,.-]*(?:năm\s+)?\d{4}$/u, '')
    .trim()

/** Series that have no book in a year yet. */
export const seriesWithoutBook = (
  settings: AgencySettings,
  books: readonly Named[],
  year: number,
): readonly Series[] =>
  settings.series.filter(
    (one) => !books.some((book) => book.year === year && seriesOfBook(settings, book)?.id === one.id),
  )

/** Collectives that have no book in a year yet: each has a series of its own (Decree 30 Annex I II.3a). */
export const collectivesWithoutBook = (
  collectives: readonly Collective[],
  books: readonly Pick<Book, 'year' | 'collective'>[],
  year: number,
): readonly Collective[] =>
  collectives.filter(({ id }) => !books.some((book) => book.year === year && book.collective === id))

/** What the book of a collective is called in a year, in the words of the register. */
export const bookNameOf = ({ name }: Pick<Collective, 'name'>, year: number): string =>
  `Sổ văn bản đi của ${name} ${year}`
