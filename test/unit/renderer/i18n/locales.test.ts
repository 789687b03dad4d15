import { describe, expect, it } from 'vitest'
import { en } from '../../../../renderer/i18n/en.ts'
import { vi as vietnamese } from '../../../../renderer/i18n/vi.ts'
import { rules } from '../../../../shared/domain/law/rules.ts'

type Tree = { readonly [key: string]: string | Tree }

function leavesOf(tree: Tree, path = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leavesOf(value, `${path}${key}.`),
  )
}

const withoutPlural = (key: string): string => key.replace(/_(one|other)$/, '')
const gapsOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1]!))].sort()

const vi = leavesOf(vietnamese)
const english = leavesOf(en)

describe('locales', () => {
  it('hold the same keys', () => {
    const keys = (leaves: [string, string][]) =>
      [...new Set(leaves.map(([key]) => withoutPlural(key)))].sort()
    expect(keys(english)).toEqual(keys(vi))
  })

  it('fill the same gaps', () => {
    const gaps = new Map(vi.map(([key, text]) => [withoutPlural(key), gapsOf(text)]))
    for (const [key, text] of english)
      expect([key, gapsOf(text)]).toEqual([key, gaps.get(withoutPlural(key))])
  })

  it('have the plural forms their language needs', () => {
    expect(vi.filter(([key]) => key.endsWith('_one'))).toEqual([])
    const forms = new Set(english.map(([key]) => key))
    for (const key of forms) {
      if (key.endsWith('_one')) expect(forms).toContain(key.replace(/_one$/, '_other'))
      if (key.endsWith('_other')) expect(forms).toContain(key.replace(/_other$/, '_one'))
    }
  })

  it.each([
    ['vi', vi],
    ['en', english],
  ])('%s has no empty, padded or decomposed text', (_language, leaves) => {
    for (const [key, text] of leaves) {
      expect([key, text.trim().length > 0]).toEqual([key, true])
      expect([key, text]).toEqual([key, text.trim().normalize('NFC')])
    }
  })

  it('speaks the way officials write: no exclamation, no “bạn”, no “vui lòng”', () => {
    for (const [key, text] of vi) {
      expect([key, /!|\bbạn\b|vui lòng/i.test(text)]).toEqual([key, false])
    }
  })

  it('formats every count as a number', () => {
    for (const [key, text] of [...vi, ...english]) {
      expect([key, /{{\s*count\s*}}/.test(text)]).toEqual([key, false])
    }
  })

  it.each(Object.keys(rules))('explains rule %s with words and remedy', (rule) => {
    const texts = (vietnamese.law as Tree)[rule]
    expect(Object.keys(texts ?? {})).toEqual(['words', 'remedy'])
  })
})
