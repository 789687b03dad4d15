import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import { entryOfName } from '../../renderer/search/index/entry-of.ts'
import { SearchIndex } from '../../renderer/search/index/search-index.ts'
import { parseQuery } from '../../renderer/search/query.ts'
import { Choices } from '../builders/random.ts'
import { aPersonName } from '../builders/vietnamese-documents.ts'
import { BENCH_DAY } from './practice-profile.ts'

const AT_ONCE = 1000
const titles = ['Chuyên viên', 'Trưởng phòng', 'Phó Trưởng phòng', 'Văn thư', 'Giám đốc', 'Kế toán trưởng']
const typed = [
  'nguyen van',
  'dat',
  'lê thị hương',
  'ngo minh tue',
  'ho t l',
  'truong phong',
  'van thu',
  'pham q',
  'Đặng',
  'vu h son',
]

/** Milliseconds of each search among the names of so many people, in this process, by the clock given. */
export async function nameTimes(
  people: number,
  now: () => number = () => performance.now(),
): Promise<readonly number[]> {
  const index = new SearchIndex(await sqlite3InitModule())
  const choices = new Choices(11)
  for (let at = 0; at < people; at += AT_ONCE)
    index.change(
      Array.from({ length: AT_ONCE }, (_, part) =>
        entryOfName(
          {
            what: 'person',
            id: `post/${at + part}`,
            name: aPersonName(choices),
            title: choices.of(titles) ?? '',
            unit: '',
          },
          new Map(),
        ),
      ),
      [],
    )
  const times = Array.from({ length: 4 }, () => typed)
    .flat()
    .map((text) => {
      const start = now()
      const query = { ...parseQuery(text, BENCH_DAY), date: null, number: null }
      index.search({ query, filters: {}, limit: 50, isLoose: true })
      return now() - start
    })
  index.close()
  return times
}
