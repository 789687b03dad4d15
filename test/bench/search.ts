/** The index of search alone, in this process: what it costs the processor to find among 100,000 abstracts, names and pages. */
import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import type { FoundLetter } from '../../renderer/projections/found.ts'
import { entryOfPaper } from '../../renderer/search/index/entry-of.ts'
import { SearchIndex } from '../../renderer/search/index/search-index.ts'
import { parseQuery } from '../../renderer/search/query.ts'
import { codeOfLetter, type LetterContent } from '../../shared/domain/correspondence/letter.ts'
import { vietnameseDocuments } from '../builders/vietnamese-documents.ts'
import { median, p95, progress, report } from './bench.ts'
import { bodyTimes } from './desk-bodies.ts'
import { nameTimes } from './desk-names.ts'
import { searches } from './desk-search.ts'
import { BENCH_DAY } from './practice-profile.ts'

const ABSTRACTS = 100_000
const PEOPLE = 50_000
const DOCUMENTS = 2_000
const ROUNDS = 4
const SEED = 20_261_116
const AT_ONCE = 1000

/** Milliseconds of processor time that this thread has taken: what else the machine does is not in it. */
const worked = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function foundLetter(content: LetterContent, number: number): FoundLetter {
  const { subject, typeName, urgency, issuedOn } = content
  return {
    pending: false,
    amended: null,
    what: 'letter',
    id: `letter/${number}`,
    status: 'arrived',
    issuer: content.from.name,
    code: codeOfLetter(content),
    subject,
    typeName,
    signer: content.signer.name,
    urgency,
    issuedOn,
    at: `${BENCH_DAY}T01:00:00.000Z`,
    arrivalNumber: null,
    further: [],
    file: null,
  }
}

progress(`reading ${ABSTRACTS} abstracts`)
const index = new SearchIndex(await sqlite3InitModule())
let number = 0
let part: FoundLetter[] = []
for (const content of vietnameseDocuments(ABSTRACTS, SEED, BENCH_DAY)) {
  part.push(foundLetter(content, number++))
  if (part.length < AT_ONCE) continue
  index.change(part.map(entryOfPaper), [])
  part = []
}
// A snapshot puts the index in order, as it does on a desk soon after everything was read.
index.image()

const tell = (figure: string, times: readonly number[], atMost: number, since: number): void => {
  const row = { bench: 'search', unit: 'ms', since } as const
  report({ ...row, figure: `${figure}, p95`, value: p95(times), budget: { of: 'value', atMost } })
  report({ ...row, figure: `${figure}, median`, value: median(times) })
}

progress('abstracts')
const sinceAbstracts = performance.now()
const texts = Array.from({ length: ROUNDS }, () => searches).flat()
const times = texts.map((text) => {
  const start = worked()
  index.search({ query: parseQuery(text, BENCH_DAY), filters: {}, limit: 50 })
  return worked() - start
})
tell(`search of abstracts, ${ABSTRACTS} letters, processor time`, times, 50, sinceAbstracts)
index.close()

progress('pages')
const sincePages = performance.now()
const pages = await bodyTimes(DOCUMENTS, [...searches, ...searches], worked)
tell(`search of pages, ${DOCUMENTS} documents of 1,000 words, processor time`, pages, 200, sincePages)

progress('names')
const sinceNames = performance.now()
tell(`search of names, ${PEOPLE} people, processor time`, await nameTimes(PEOPLE, worked), 50, sinceNames)
