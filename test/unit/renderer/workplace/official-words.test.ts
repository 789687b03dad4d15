import { expect, test } from 'vitest'
import { fill, paragraph, table } from '../../../../renderer/workplace/official-words.ts'

test('a name without a value leaves nothing behind', () => {
  expect(fill('{{who}} gửi {{what}}.', { who: 'Sở Thử' })).toBe('Sở Thử gửi .')
})

test('a cell without words holds an empty line, not an empty text', () => {
  expect(table([['Cột'], ['']])).toMatchObject({
    content: [
      { content: [{ type: 'tableHeader', content: [paragraph('Cột')] }] },
      { content: [{ type: 'tableCell', content: [{ type: 'paragraph' }] }] },
    ],
  })
  expect(paragraph('')).toEqual({ type: 'paragraph' })
})
