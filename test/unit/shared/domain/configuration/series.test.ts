import { describe, expect, it } from 'vitest'
import {
  bookIdOf,
  kindsOfBook,
  seriesOfBook,
  seriesWithoutBook,
} from '../../../../../shared/domain/configuration/series.ts'
import { profileSettings } from '../../../../../shared/domain/configuration/settings.ts'

const settings = {
  ...profileSettings,
  series: [
    { id: 'di', name: 'Văn bản đi', direction: 'outgoing' as const, kinds: [] },
    { id: 'qd', name: 'Sổ quyết định', direction: 'outgoing' as const, kinds: ['Quyết định'] },
  ],
}
const book = (id: string, name: string, year = 2026) =>
  ({ id, name, year, direction: 'outgoing', kinds: ['Chỉ thị'] }) as const

describe('a series of numbers', () => {
  it.each(['Văn bản đi', 'văn bản đi 2026', 'Văn bản đi năm 2026', 'Văn bản đi - 2026'])(
    'knows the book of before by its name: %s',
    (name) => expect(seriesOfBook(settings, book('out', name))?.id).toBe('di'),
  )

  it('knows the book that was opened for it, whatever its name, and says which kinds it takes', () => {
    const opened = book(bookIdOf({ id: 'qd' }, 2027), 'Quyết định của Giám đốc', 2027)
    expect(kindsOfBook(settings, opened)).toEqual(['Quyết định'])
  })

  it('leaves a book of no series as it was opened', () => {
    expect(kindsOfBook(settings, book('x', 'Sổ hợp đồng'))).toEqual(['Chỉ thị'])
  })

  it('wants a book of its own each year', () => {
    const books = [book('out', 'Văn bản đi 2026')]
    expect(seriesWithoutBook(settings, books, 2026).map(({ id }) => id)).toEqual(['qd'])
    expect(seriesWithoutBook(settings, books, 2027).map(({ id }) => id)).toEqual(['di', 'qd'])
  })
})
