/** Cold start of the real application to a usable inbox, with few and with many letters, and of a bare page on the same engine. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../../electron/host/chromium.ts'
import { keyFileIn } from '../builders/node-key.ts'
import { Office } from '../e2e/drivers/office.ts'
import { buildForBench } from './application.ts'
import { interleaved, progress, report } from './bench.ts'
import { openInbox, syncInbox } from './inbox.ts'
import { practiceProfile, removeProfile } from './practice-profile.ts'

const FEW = 1_000
const MANY = 10_000
const ROUNDS = 5

await buildForBench()
const executablePath = findChromium(process.env)
if (executablePath === undefined) throw new Error('no Chromium installed')
const bareProfile = await mkdtemp(path.join(tmpdir(), 'congso-bench-bare-'))
const few = await syncedProfile(FEW)
const many = await syncedProfile(MANY)

async function syncedProfile(letters: number): Promise<string> {
  progress(`filling a profile with ${letters} letters`)
  const profile = await practiceProfile(letters)
  const office = await Office.open(profile, keyFileIn(profile))
  try {
    await syncInbox(office, letters)
    await openInbox(office)
  } finally {
    await office.close()
  }
  return profile
}

let closing: () => Promise<void> = () => Promise.resolve()
async function startDesk(profile: string): Promise<void> {
  const office = await Office.open(profile, keyFileIn(profile))
  closing = () => office.close()
  await openInbox(office)
}

async function startBarePage(): Promise<void> {
  const context = await chromium.launchPersistentContext(bareProfile, {
    executablePath: executablePath ?? '',
    args: ['--no-sandbox'],
  })
  closing = () => context.close()
  const page = await context.newPage()
  await page.goto('data:text/html,<table><tr><td>V/v</td></tr></table>')
  await page.getByRole('row').first().waitFor()
}

try {
  const since = performance.now()
  progress(`${ROUNDS} rounds of cold starts`)
  const [bareMs = NaN, fewMs = NaN, manyMs = NaN] = await interleaved(
    ROUNDS,
    [startBarePage, () => startDesk(few), () => startDesk(many)],
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
} finally {
  for (const profile of [few, many, bareProfile]) await removeProfile(profile)
}
