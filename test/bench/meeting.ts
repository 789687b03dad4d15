/** The real application in a session of thirty members: joining it with its pack on the computer, and declaring a vote, each beside a meeting that is empty. */
import { keyFileIn } from '../builders/node-key.ts'
import { Office } from '../e2e/drivers/office.ts'
import { specialist } from '../e2e/effort/people.ts'
import { buildForBench } from './application.ts'
import { median, progress, report, timed } from './bench.ts'
import { removeProfile } from './practice-profile.ts'
import { emptyMeeting, fullSession, QUESTIONS, sessionProfile, type BenchMeeting } from './session-profile.ts'

const ROUNDS = 7
const SEEN = /^Thông qua, công bố/

await buildForBench()
const profile = await sessionProfile(specialist)
const office = await Office.open(profile, keyFileIn(profile))
const { page } = office

/** Stands before the door: the meeting is chosen in the list. */
async function chosen({ title }: BenchMeeting): Promise<void> {
  await office.goTo('Cuộc họp')
  await office.choose(title)
  await page.getByRole('article', { name: title }).waitFor()
}

async function join({ title, paperMb }: BenchMeeting): Promise<void> {
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  if (paperMb > 0) await page.getByRole('img', { name: /^Trang 1 của/ }).waitFor()
}

/** Milliseconds from the key to the result on screen, for each question. */
async function declareAll(meeting: BenchMeeting): Promise<readonly number[]> {
  await chosen(meeting)
  await join(meeting)
  const times: number[] = []
  for (let index = 0; index < QUESTIONS; index++) {
    await page.getByRole('button', { name: /^Công bố kết quả/ }).waitFor()
    times.push(
      await timed(async () => {
        await page.keyboard.press('p')
        await page.getByText(SEEN).nth(index).waitFor()
      }),
    )
  }
  return times
}

const pack = `${fullSession.items * fullSession.paperMb} MB`
try {
  await office.become(specialist)
  for (const meeting of [emptyMeeting, fullSession]) {
    await chosen(meeting)
    await join(meeting)
  }
  let since = performance.now()
  progress(`joining, ${ROUNDS} rounds`)
  const joining = (meeting: BenchMeeting) => async (): Promise<number> => {
    await chosen(meeting)
    return timed(() => join(meeting))
  }
  const times: { empty: number; full: number }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const empty = await joining(emptyMeeting)()
    const full = await joining(fullSession)()
    if (round > 0) times.push({ empty, full })
  }
  report({
    bench: 'meeting',
    figure: `join a session of ${fullSession.members} members, ${pack} of papers on the computer, first page drawn`,
    value: median(times.map(({ full }) => full)),
    unit: 'ms',
    against: { what: 'join an empty meeting, ms', value: median(times.map(({ empty }) => empty)) },
    budget: { of: 'value', atMost: 3000 },
    since,
  })
  since = performance.now()
  progress(`declaring ${QUESTIONS} votes of each`)
  const empty = await declareAll(emptyMeeting)
  const full = await declareAll(fullSession)
  report({
    bench: 'meeting',
    figure: `declare a vote of ${fullSession.members}, from the key to the result shown`,
    value: median(full),
    unit: 'ms',
    against: { what: 'the same in an empty meeting, ms', value: median(empty) },
    budget: { of: 'value', atMost: 1000 },
    since,
  })
} finally {
  await office.close()
  await removeProfile(profile)
}
