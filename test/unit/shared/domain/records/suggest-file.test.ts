import { expect, it } from 'vitest'
import { suggestFiles } from '../../../../../shared/domain/records/suggest-file.ts'

const file = (id: string, change: object = {}) => ({
  id,
  title: `Hồ sơ ${id}`,
  sources: [],
  authors: [],
  subjects: [],
  ...change,
})
const letter = { related: [], author: 'Sở Tài chính', subject: 'V/v rà soát quỹ tiền lương năm 2027' }

it('puts the thread before words and words before the author, and says why', () => {
  const answered = { kind: 'letter', id: 'l1' } as const
  const found = suggestFiles({ ...letter, related: [answered] }, [
    file('author', { authors: ['Sở Tài chính'] }),
    file('words', { title: 'Hồ sơ quỹ tiền lương' }),
    file('thread', { sources: [answered] }),
    file('nothing'),
  ])
  expect(found).toEqual([
    { id: 'thread', reason: 'thread', words: [] },
    { id: 'words', reason: 'words', words: ['quỹ', 'tiền', 'lương'] },
    { id: 'author', reason: 'author', words: [] },
  ])
})

it('takes one common word, or words of every letter, for nothing; the same input gives the same order', () => {
  expect(suggestFiles(letter, [file('a', { subjects: ['đề nghị thực hiện công văn lương'] })])).toEqual([])
  const files = ['b', 'a'].map((id) => file(id, { authors: ['Sở Tài chính'] }))
  expect(suggestFiles(letter, files).map((one) => one.id)).toEqual(['a', 'b'])
})
