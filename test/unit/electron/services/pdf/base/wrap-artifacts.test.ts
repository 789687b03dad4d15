import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentOperations } from '../../../../../../electron/services/pdf/base/content-operations.ts'
import {
  hasTaggedContent,
  wrapArtifacts,
} from '../../../../../../electron/services/pdf/base/wrap-artifacts.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const words = (content: Uint8Array) =>
  String.fromCharCode(...content)
    .trim()
    .replace(/\s+/g, ' ')
const wrap = (text: string, tagged: readonly string[] = [], orphans: readonly number[] = []) =>
  words(wrapArtifacts(bytes(text), (name) => tagged.includes(name), new Set(orphans)))

const PAINTS = new Set(['f', 'S', 'B*', 'Tj', 'Do', 'sh'])

/** Paints that stand in neither structure nor artifact. */
function loosePaints(content: Uint8Array): number {
  const marks: boolean[] = []
  let loose = 0
  for (const { operator, name, mcid } of contentOperations(content)) {
    if (operator === 'BMC' || operator === 'BDC') marks.push(mcid !== undefined || name === 'Artifact')
    else if (operator === 'EMC') marks.pop()
    else if (PAINTS.has(operator) && !marks.includes(true)) loose++
  }
  return loose
}

describe('paint outside the structure becomes an artifact', () => {
  test.each([
    ['a text object as a whole', 'BT /F 1 Tf (2) Tj ET', '/Artifact BMC BT /F 1 Tf (2) Tj ET EMC'],
    ['a path from its first point', '1 0 0 rg 0 0 9 9 re f', '1 0 0 rg /Artifact BMC 0 0 9 9 re f EMC'],
    [
      'single shows in a half-marked text',
      'BT (a) Tj /P <</MCID 0>> BDC (b) Tj EMC ET',
      'BT /Artifact BMC (a) Tj EMC /P <</MCID 0>> BDC (b) Tj EMC ET',
    ],
    [
      'a text whose mark only holds replacement text',
      'BT /Span <</ActualText (x)>> BDC (a) Tj EMC ET',
      '/Artifact BMC BT /Span <</ActualText (x)>> BDC (a) Tj EMC ET EMC',
    ],
    ['an untagged form', '/Fm Do', '/Artifact BMC /Fm Do EMC'],
  ])('%s', (_, content, expected) => {
    expect(wrap(content)).toBe(expected)
  })
})

describe('left as it is', () => {
  test.each([
    ['tagged text', '/P <</MCID 0>> BDC BT (a) Tj ET EMC'],
    ['a form with structure of its own', '/Tagged Do'],
    ['a clip without paint', '0 0 9 9 re W n'],
    ['what is an artifact already', '/Artifact <</Type /Pagination>> BDC 0 0 9 9 re f EMC'],
  ])('%s', (_, content) => {
    expect(wrap(content, ['Tagged'])).toBe(content)
  })
})

test('content that lost its element is opened again as an artifact', () => {
  const content = '/P <</MCID 0>> BDC (a) Tj EMC /P <</MCID 1>> BDC (b) Tj EMC'
  expect(wrap(content, [], [1])).toBe('/P <</MCID 0>> BDC (a) Tj EMC /Artifact BMC (b) Tj EMC')
})

test('structure is seen by its ids', () => {
  expect(hasTaggedContent(bytes('/P <</MCID 0>> BDC EMC'))).toBe(true)
  expect(hasTaggedContent(bytes('/Artifact BMC EMC'))).toBe(false)
})

test('no paint stays loose, and nothing but marks is added', () => {
  const step = fc.constantFrom(
    ['0 0 9 9 re', 'f'],
    ['0 0 m', '9 9 l', 'S'],
    ['0 0 9 9 re', 'W', 'n'],
    ['BT', '(a) Tj', 'ET'],
    ['BT', '/P <</MCID 3>> BDC', '(a) Tj', 'EMC', '(b) Tj', 'ET'],
    ['/P <</MCID 4>> BDC', '0 0 9 9 re', 'f', 'EMC'],
    ['/Span <</ActualText (a)>> BDC', '/Fm Do', 'EMC'],
    ['q', '/Sh sh', 'Q'],
  )
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const content = steps.flat().join(' ')
      const wrapped = wrapArtifacts(bytes(content), () => false)
      expect(loosePaints(wrapped)).toBe(0)
      expect(words(wrapArtifacts(wrapped, () => false))).toBe(words(wrapped))
    }),
  )
})
