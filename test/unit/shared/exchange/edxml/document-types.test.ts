import { expect, test } from 'vitest'
import { isConsistentType, resolveDocumentType } from '#shared/exchange/edxml/document-types.ts'

test.each([
  [{ group: 1, detail: 0, name: 'CÔNG  VĂN' }, 2, 18],
  [{ group: 18, detail: 0, name: 'Công văn' }, 2, 18],
  [{ group: 2, detail: 1, name: 'Báo cáo' }, 2, 14],
  [{ group: 1, detail: 8, name: 'Quyết định' }, 1, 8],
  [{ name: 'Quyết định' }, 2, 2],
  [{ group: 2, detail: 25 }, 2, 25],
  [{ group: 20 }, 2, 20],
])('%j means group %i number %i', (type, group, detail) => {
  expect(resolveDocumentType(type)).toMatchObject({ group, detail })
})

test('what fits no list is not resolved', () => {
  expect(resolveDocumentType({ group: 2, detail: 99 })).toBeUndefined()
  expect(resolveDocumentType({ group: 2 })).toBeUndefined()
  expect(resolveDocumentType({})).toBeUndefined()
})

test('only three fields that agree are consistent', () => {
  expect(isConsistentType({ group: 2, detail: 18, name: 'Công văn' })).toBe(true)
  expect(isConsistentType({ group: 1, detail: 0, name: 'Công văn' })).toBe(false)
})
