import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentOperations } from '../../../../../../electron/services/pdf/base/content-operations.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const operators = (text: string) => [...contentOperations(bytes(text))].map(({ operator }) => operator)

describe('operators are told apart from what looks like them', () => {
  test.each([
    ['BT /F1 12 Tf (a) Tj ET', ['BT', 'Tf', 'Tj', 'ET']],
    ['(not EMC \\) nor (BT) here) Tj', ['Tj']],
    ['<4554> Tj [(ET) -20 <45>] TJ', ['Tj', 'TJ']],
    ['q % EMC in a comment\nQ', ['q', 'Q']],
    ['/Span <</ActualText (EMC) /MCID 4>> BDC EMC', ['BDC', 'EMC']],
    ['BI /W 2 /H 1 ID \x00EI\xffEMC\nEI Q', ['BI', 'Q']],
    ['true false null gs', ['gs']],
  ])('%j', (content, expected) => {
    expect(operators(content)).toEqual(expected)
  })

  test('with the name and the marked-content id of their operands', () => {
    const [first, second] = contentOperations(bytes('/P <</MCID 17 /Lang (vi)>> BDC /Im1 Do'))
    expect(first).toMatchObject({ operator: 'BDC', name: 'P', mcid: 17, start: 0 })
    expect(second).toMatchObject({ operator: 'Do', name: 'Im1', mcid: undefined })
  })
})

test('any bytes end, and operations never overlap', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (content) => {
      let end = 0
      for (const operation of contentOperations(content)) {
        expect(operation.start).toBeGreaterThanOrEqual(end)
        expect(operation.end).toBeGreaterThan(operation.start)
        end = operation.end
      }
      expect(end).toBeLessThanOrEqual(content.length)
    }),
  )
})
