import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FacetValues } from '../../../../../renderer/search/index/columns.ts'
import type { Filters } from '../../../../../renderer/search/index/facets.ts'
import { SearchIndex, type IndexEntry } from '../../../../../renderer/search/index/search-index.ts'
import { parseQuery } from '../../../../../renderer/search/query.ts'

type Sqlite = Awaited<ReturnType<typeof sqlite3InitModule>>
let sqlite: Sqlite
let index: SearchIndex
beforeAll(async () => {
  sqlite = await sqlite3InitModule()
})

const facets: FacetValues = {
  direction: 'incoming',
  agency: 'Sở Nội vụ',
  type: 'Công văn',
  year: '2026',
  status: 'letter/finished',
  urgency: 'normal',
  signer: '',
}
const entry = (
  id: string,
  subject: string,
  { facets: more, ...rest }: Partial<Omit<IndexEntry, 'facets'>> & { facets?: Partial<FacetValues> } = {},
): IndexEntry => ({
  id,
  code: '',
  ownNumber: '',
  subject,
  further: '',
  at: '2026-11-10T01:00:00.000Z',
  issuedOn: '2026-11-09',
  ...rest,
  facets: { ...facets, ...more },
})
const search = (text: string, filters: Filters = {}) =>
  index.search({ query: parseQuery(text, '2026-11-16'), filters, limit: 50 })
const found = (text: string, filters?: Filters) => search(text, filters).ids

beforeEach(() => {
  index = new SearchIndex(sqlite)
})

describe('what is found', () => {
  beforeEach(() => {
    index.change(
      [
        entry('a', 'V/v báo cáo tình hình biên chế', {
          code: '125/SNV-TCBC',
          at: '2026-11-01T01:00:00.000Z',
        }),
        entry('b', 'Quyết định phê duyệt quy hoạch', { code: '125/QĐ-UBND', further: 'qd Trần Thị Bảo' }),
        entry('c', 'V/v bao cao su lưu hóa', { code: '07/SCT' }),
        entry('d', 'Kế hoạch 125 ngày cao điểm', { code: '9/KH-CAT', ownNumber: '4812' }),
      ],
      [],
    )
  })

  test('with marks or without, whole or unfinished', () => {
    expect(found('báo cáo')).toContain('a')
    expect(found('bao cao tinh hinh')).toEqual(['a'])
    expect(found('quyet dinh phe du')).toEqual(['b'])
    expect(found('xyz')).toEqual([])
  })

  test('marks that were typed come first', () => {
    expect(found('báo cáo')[0]).toBe('a')
    expect(found('bao cao')[0]).toBe('c')
  })

  test.each(['125 qd', '125/QĐ-UBND', '125/qđ', 'qd 125', '125qđ', 'Số 125/QĐ'])(
    '%j is one document',
    (text) => {
      expect(found(text)).toEqual(['b'])
    },
  )

  test('a bare number finds codes before texts, with or without leading zeros, and numbers of arrival', () => {
    expect(found('125').at(-1)).toBe('d')
    expect(found('125')).toHaveLength(3)
    expect(found('7')).toEqual(['c'])
    expect(found('4812')).toEqual(['d'])
  })

  test('quotation marks keep the order', () => {
    expect(found('"cáo báo"')).toEqual([])
    expect(found('"báo cáo"')).toEqual(['a'])
  })

  test('Telex without an input method', () => {
    expect(found('baso caso')).toContain('a')
    expect(found('quyeets ddinhj')).toEqual(['b'])
  })

  test('a slip of the finger, and syllables in one', () => {
    const { ids, corrected } = search('biên chre')
    expect(ids).toEqual(['a'])
    expect(corrected.map((one) => one.typed)).toEqual(['chre'])
    expect(found('quyhoach')).toEqual(['b'])
    expect(found('phe duyetj')).toEqual(['b'])
    expect(found('zzzzz')).toEqual([])
  })

  test('a date finds what was issued or came that day, and what speaks of it', () => {
    index.change([entry('e', 'theo Công văn ngày 03/02/2025', { issuedOn: '2025-03-01' })], [])
    expect(found('03/02/2025')).toEqual(['e'])
    expect(found('1/3/2025')).toEqual(['e'])
    expect(found('biên chế 1/11')).toEqual(['a'])
  })

  test('nothing asked is everything, the newest first', () => {
    expect(found('').at(-1)).toBe('a')
    expect(search('').total).toBe(4)
  })
})

describe('facets', () => {
  beforeEach(() => {
    index.change(
      [
        entry('a', 'báo cáo', { facets: { agency: 'Sở Y tế', type: 'Báo cáo' } }),
        entry('b', 'báo cáo', { facets: { agency: 'Sở Y tế' } }),
        entry('c', 'báo cáo', { facets: { urgency: 'urgent' } }),
        entry('d', 'thông báo'),
      ],
      [],
    )
  })

  test('values are counted among what is found, the commonest first', () => {
    const { total, facets: counted } = search('báo cáo')
    expect(total).toBe(3)
    expect(counted.agency).toEqual([
      { value: 'Sở Y tế', count: 2 },
      { value: 'Sở Nội vụ', count: 1 },
    ])
    expect(counted.signer).toEqual([])
  })

  test('a chosen value narrows the rest, and leaves its own facet to choose more from', () => {
    const { ids, facets: counted } = search('báo cáo', { agency: ['Sở Y tế'] })
    expect(ids.toSorted()).toEqual(['a', 'b'])
    expect(counted.agency).toHaveLength(2)
    expect(counted.urgency).toEqual([{ value: 'normal', count: 2 }])
    expect(search('báo cáo', { agency: ['Sở Y tế'], urgency: ['urgent'] }).total).toBe(0)
    expect(search('báo cáo', { agency: ['Sở Y tế', 'Sở Nội vụ'] }).total).toBe(3)
    expect(search('báo cáo', { agency: ['không có'] }).total).toBe(0)
  })
})

describe('change', () => {
  test('an entry that changes is found by its new words only', () => {
    index.change([entry('a', 'cũ')], [])
    index.change([entry('a', 'mới', { facets: { year: '2025' } })], [])
    expect(found('cũ')).toEqual([])
    expect(found('mới')).toEqual(['a'])
    expect(search('').facets.year).toEqual([{ value: '2025', count: 1 }])
  })

  test('what is gone leaves hits, counts, suggestions and the kept image', () => {
    index.change(
      [entry('a', 'matkhau rieng', { facets: { agency: 'Cơ quan kín' } }), entry('b', 'thường')],
      [],
    )
    index.change([], ['a'])
    expect(found('matkhau')).toEqual([])
    expect(search('matkhsu').corrected).toEqual([])
    expect(search('').facets.agency).toEqual([{ value: 'Sở Nội vụ', count: 1 }])
    const image = index.image()
    const kept =
      new TextDecoder('latin1').decode(image.words) + JSON.stringify([image.columns, image.vocabulary])
    expect(kept).not.toContain('kín')
    expect(kept).not.toContain('matkhau')
    index.change([entry('c', 'thay chỗ')], [])
    expect(found('').toSorted()).toEqual(['b', 'c'])
  })

  test('an image is the same index again', () => {
    index.change([entry('a', 'báo cáo'), entry('b', 'thông báo')], [])
    const { words, places, ...rest } = index.image()
    const beside = JSON.parse(JSON.stringify(rest)) as typeof rest
    const again = new SearchIndex(sqlite, { words, places, ...beside })
    again.change([entry('c', 'báo cáo nhanh')], ['b'])
    const { ids } = again.search({ query: parseQuery('bao', '2026-11-16'), filters: {}, limit: 9 })
    expect(ids.toSorted()).toEqual(['a', 'c'])
  })
})
