/** The real application with few and with many letters: cold start (beside a bare page on the same engine), lists, counters, search, facets. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { engineArguments, findChromium } from '../../electron/host/chromium.ts'
import { keyFileIn } from '../builders/node-key.ts'
import { Office } from '../e2e/drivers/office.ts'
import { buildForBench } from './application.ts'
import { interleaved, median, p95, progress, report } from './bench.ts'
import { bodyTimes } from './desk-bodies.ts'
import { boardTimes, counterTimes, listTimes, scroll, type Scroll } from './desk-lists.ts'
import { nameTimes } from './desk-names.ts'
import { facetTimes, openSearch, searches, searchTimes } from './desk-search.ts'
import { openInbox } from './inbox.ts'
import { CLERK, removeProfile } from './practice-profile.ts'
import { syncedProfile } from './synced-profile.ts'

const FEW = 1_000
const MANY = 100_000
const ROUNDS = 7

await buildForBench()
const executablePath = findChromium(process.env)
if (executablePath === undefined) throw new Error('no Chromium installed')
const bareProfile = await mkdtemp(path.join(tmpdir(), 'congso-bench-bare-'))
const few = await syncedProfile(FEW)
const many = await syncedProfile(MANY)

let closing: () => Promise<void> = () => Promise.resolve()
async function startDesk(profile: string): Promise<void> {
  const office = await Office.open(profile, keyFileIn(profile))
  closing = () => office.close()
  await openInbox(office)
}

/** What the desk switches off in the engine: pages of an address bar, for one. */
const featuresOff = engineArguments({
  profile: bareProfile,
  headless: true,
  isRoot: true,
  switches: new Map(),
  startPage: '',
}).filter((one) => one.startsWith('--disable-features='))

async function startBarePage(switches: readonly string[] = []): Promise<void> {
  const context = await chromium.launchPersistentContext(bareProfile, {
    executablePath: executablePath ?? '',
    args: ['--no-sandbox', ...switches],
  })
  closing = () => context.close()
  const page = await context.newPage()
  await page.goto('data:text/html,<table><tr><td>V/v</td></tr></table>')
  await page.getByRole('row').first().waitFor()
}

try {
  const since = performance.now()
  progress(`${ROUNDS} rounds of cold starts`)
  const [bareMs = NaN, leanMs = NaN, fewMs = NaN, manyMs = NaN] = await interleaved(
    ROUNDS,
    [() => startBarePage(), () => startBarePage(featuresOff), () => startDesk(few), () => startDesk(many)],
    () => closing(),
  )
  const row = { bench: 'desk', unit: 'ms', since } as const
  const bare = { what: 'a bare page on the same engine, ms', value: bareMs }
  report({
    ...row,
    figure: `cold start to a usable inbox, ${MANY} letters`,
    value: manyMs,
    against: { what: `the same with ${FEW} letters, ms`, value: fewMs },
    budget: { of: 'ratio', atMost: 1.5 },
  })
  report({
    ...row,
    figure: `cold start to a usable inbox, ${MANY} letters`,
    value: manyMs,
    against: bare,
    budget: { of: 'ratio', atMost: 2.5 },
  })
  report({
    ...row,
    figure: `cold start to a usable inbox, ${FEW} letters`,
    value: fewMs,
    against: bare,
    budget: { of: 'ratio', atMost: 2.5 },
  })
  report({
    ...row,
    figure: `cold start to a usable inbox, ${MANY} letters`,
    value: manyMs,
    against: { what: 'a bare page without what the desk switches off in the engine, ms', value: leanMs },
  })
  await lists()
  await finding()
} finally {
  for (const profile of [few, many, bareProfile]) await removeProfile(profile)
}

interface Lists {
  readonly list: number
  readonly scroll: Scroll
  readonly counters: number
  readonly boards: number
  readonly boardsFirst: number
}

async function listsOf(profile: string): Promise<Lists> {
  const office = await Office.open(profile, keyFileIn(profile))
  try {
    const list = median(await listTimes(office, 9))
    const scrolled = await scroll(office)
    const counters = median(await counterTimes(office, CLERK.agency, 15))
    const [boardsFirst = Number.NaN, ...boards] = await boardTimes(office, 10)
    return { list, scroll: scrolled, counters, boards: median(boards), boardsFirst }
  } finally {
    await office.close()
  }
}

async function lists(): Promise<void> {
  const since = performance.now()
  progress('lists and counters')
  const before = await listsOf(few)
  const now = await listsOf(many)
  const row = { bench: 'desk', unit: 'ms', since } as const
  report({
    ...row,
    figure: `the list of letters opens again, ${MANY} letters`,
    value: now.list,
    against: { what: `the same with ${FEW} letters, ms`, value: before.list },
    budget: { of: 'ratio', atMost: 1.5 },
  })
  report({
    ...row,
    figure: `counters of the sidebar read, ${MANY} letters`,
    value: now.counters,
    against: { what: `the same with ${FEW} letters, ms`, value: before.counters },
    budget: { of: 'ratio', atMost: 1.5 },
  })
  report({
    ...row,
    figure: `longest frame in a scripted scroll, ${MANY} letters`,
    value: now.scroll.longest,
    against: { what: `the same with ${FEW} letters, ms`, value: before.scroll.longest },
    budget: { of: 'value', atMost: 50 },
  })
  report({
    ...row,
    figure: `work of the page's thread for a frame in a scripted scroll, processor time, ${MANY} letters`,
    value: now.scroll.work,
    against: { what: `the same with ${FEW} letters, ms`, value: before.scroll.work },
  })
  report({
    ...row,
    figure: `longest task of the page's thread in a scripted scroll, processor time, ${MANY} letters`,
    value: now.scroll.longestTask,
    against: { what: `the same with ${FEW} letters, ms`, value: before.scroll.longestTask },
  })
  report({
    ...row,
    figure: `the boards open again, ${MANY} letters`,
    value: now.boards,
    against: { what: `the same with ${FEW} letters, ms`, value: before.boards },
  })
  report({
    ...row,
    figure: `the boards open for the first time, ${MANY} letters`,
    value: now.boardsFirst,
    against: { what: `the same with ${FEW} letters, ms`, value: before.boardsFirst },
  })
}

async function findingIn(profile: string, letters: number) {
  const office = await Office.open(profile, keyFileIn(profile))
  try {
    const ready = await openSearch(office, letters)
    const first = await searchTimes(office.page, searches)
    const times = await searchTimes(office.page, [...searches, ...searches.toReversed()])
    const answered = p95(times.map((one) => one.answered))
    const shown = p95(times.map((one) => one.shown))
    await searchTimes(office.page, ['công văn'])
    const answeredFirst = p95(first.map((one) => one.answered))
    return { ready, answered, answeredFirst, shown, facets: p95(await facetTimes(office.page, 40)) }
  } finally {
    await office.close()
  }
}

async function finding(): Promise<void> {
  const since = performance.now()
  progress('search')
  const before = await findingIn(few, FEW)
  const now = await findingIn(many, MANY)
  const row = { bench: 'desk', unit: 'ms', since } as const
  const tell = (figure: string, value: number, fewer: number, atMost?: number): void =>
    report({
      ...row,
      figure,
      value,
      against: { what: `the same with ${FEW} letters, ms`, value: fewer },
      ...(atMost === undefined ? {} : { budget: { of: 'value', atMost } }),
    })
  tell(
    `search of abstracts, answer of the index with the opened hits, p95, ${MANY} letters`,
    now.answered,
    before.answered,
    50,
  )
  tell(
    `the same, of what was not searched for before, ${MANY} letters`,
    now.answeredFirst,
    before.answeredFirst,
  )
  tell(
    `search of abstracts, from the last key to the hits shown, p95, ${MANY} letters`,
    now.shown,
    before.shown,
  )
  tell(`a facet chosen or let go, to hits and counts shown, p95, ${MANY} letters`, now.facets, before.facets)
  tell(
    `first search after a cold start, index taken from its snapshot, ${MANY} letters`,
    now.ready,
    before.ready,
  )
  const bodies = p95(await bodyTimes(2_000, [...searches, ...searches]))
  report({
    ...row,
    figure: 'search of pages, 2000 documents of 1,000 words, p95',
    value: bodies,
    budget: { of: 'value', atMost: 200 },
  })
  const names = p95(await nameTimes(50_000))
  report({
    ...row,
    figure: 'search of names, 50000 people, p95',
    value: names,
    budget: { of: 'value', atMost: 50 },
  })
}
