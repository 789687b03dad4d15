import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stretchesOf } from '../../../../renderer/search/highlight.ts'
import { snippetOf } from '../../../../renderer/search/snippet.ts'
import { tokensOf } from '../../../../renderer/search/tokens.ts'
import { foldText } from '../../../../shared/kernel/text-folding.ts'

test('marks become the keys of Telex, the tone last', () => {
  expect(tokensOf('Ủy ban Đường Nghị quyết').map((token) => token.marked)).toEqual([
    'uyr',
    'ban',
    'dduowngf',
    'nghij',
    'quyeets',
  ])
})

test('composed and decomposed letters are the same words', () => {
  const text = 'Chuyển đổi số năm 2026'
  const forms = (one: string) => tokensOf(one).map(({ folded, marked }) => ({ folded, marked }))
  expect(forms(text.normalize('NFD'))).toEqual(forms(text))
})

test('folded words are those of the folded text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Quyết', 'định', 'ĐẤT', 'a', 'Ưu', 'thuở'), { minLength: 1 }),
      (words) => {
        const text = words.join(' ')
        expect(
          tokensOf(text)
            .map((token) => token.folded)
            .join(' '),
        ).toBe(foldText(text))
      },
    ),
  )
})

test('stretches put together are the text, and only words that begin so are marked', () => {
  const text = 'V/v báo cáo, Bào chế và cao su'
  const stretches = stretchesOf(text, ['bao', 'ca'])
  expect(stretches.map((one) => one.text).join('')).toBe(text)
  expect(stretches.filter((one) => one.isMarked).map((one) => one.text)).toEqual(['báo', 'cáo', 'Bào', 'cao'])
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string({ maxLength: 3 })), (any, marks) => {
      expect(
        stretchesOf(any, marks)
          .map((one) => one.text)
          .join(''),
      ).toBe(any)
    }),
  )
})

test('a snippet is the words around the first that was looked for', () => {
  const text = `${'trước '.repeat(30)}cháy rừng${' sau'.repeat(30)}`
  const snippet = snippetOf(text, ['chay'])
  expect(snippet).toContain('cháy rừng')
  expect(snippet.startsWith('… trước')).toBe(true)
  expect(snippet.endsWith('sau …')).toBe(true)
  expect(snippetOf('', ['chay'])).toBe('')
})
