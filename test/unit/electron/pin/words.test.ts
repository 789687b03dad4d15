import { expect, test } from 'vitest'
import en from '../../../../electron/pin/locales/en.json'
import vi from '../../../../electron/pin/locales/vi.json'
import { counted, dateText, fill } from '../../../../electron/pin/words.ts'

function keysOf(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value as object, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}

test('both languages have every text, with the same gaps', () => {
  expect(keysOf(en).toSorted()).toEqual(keysOf(vi).toSorted())
})

test('texts are filled and counted', () => {
  expect(fill('{a} and {b} and {c}', { a: 1, b: 'two' })).toBe('1 and two and {c}')
  expect(counted(en.tries, 1)).toBe('1 try left')
  expect(counted(vi.title.seal, 24)).toBe('Đóng dấu 24 văn bản')
  expect(dateText('2028-03-12T12:00:00.000Z')).toBe('12/03/2028')
})
