import { expect, it } from 'vitest'
import type { Book, Closing } from '../../../../../shared/domain/registers/book.ts'
import { bookFor } from '../../../../../shared/domain/registers/choose-book.ts'

const closing = { until: '2026-11-30' } as Closing
const common = { direction: 'outgoing', year: 2026, kinds: [], closings: [] } as const
type Candidate = Pick<Book, 'direction' | 'year' | 'kinds' | 'closings'> & { readonly id: string }
const books: readonly Candidate[] = [
  { ...common, id: 'last-year', year: 2025 },
  { ...common, id: 'incoming', direction: 'incoming' as const },
  { ...common, id: 'letters' },
  { ...common, id: 'decisions', kinds: ['Quyết định'] },
]
const choose = (kind: string, today: string, from = books) =>
  bookFor(from, { direction: 'outgoing', kind, today })?.id

it('is the book of year, direction and kind; else the common one; none when closed or not opened', () => {
  expect(choose('Quyết định', '2026-11-16')).toBe('decisions')
  expect(choose('quyết định', '2026-11-16')).toBe('decisions')
  expect(choose('Công văn', '2026-11-16')).toBe('letters')
  expect(choose('Công văn', '2027-01-02')).toBeUndefined()
  const closed = books.map((book) => ({ ...book, closings: [closing] }))
  expect(choose('Công văn', '2026-11-16', closed)).toBeUndefined()
  expect(choose('Công văn', '2026-12-01', closed)).toBe('letters')
})
