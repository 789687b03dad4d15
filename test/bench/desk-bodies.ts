import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import { PagesIndex } from '../../renderer/search/index/pages-index.ts'
import { parseQuery } from '../../renderer/search/query.ts'
import { Choices } from '../builders/random.ts'
import { aBody } from '../builders/vietnamese-documents.ts'
import { BENCH_DAY } from './practice-profile.ts'

const WORDS_OF_A_PAGE = 340
const PAGES = 3

/** Milliseconds of each search in the pages of so many documents of some 1,000 words, in this process, by the clock given. */
export async function bodyTimes(
  documents: number,
  texts: readonly string[],
  now: () => number = () => performance.now(),
): Promise<readonly number[]> {
  const index = new PagesIndex(await sqlite3InitModule())
  const choices = new Choices(7)
  for (let at = 0; at < documents; at++)
    index.change(
      [
        {
          id: String(at),
          file: '',
          pages: Array.from({ length: PAGES }, () => aBody(choices, WORDS_OF_A_PAGE)),
        },
      ],
      [],
    )
  const times = texts.map((text) => {
    const start = now()
    index.search(parseQuery(text, BENCH_DAY))
    return now() - start
  })
  index.close()
  return times
}
