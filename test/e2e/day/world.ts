import { randomBytes } from 'node:crypto'
import { writeDirectory } from '../../../backbone/practice/first-day/directory.ts'
import { letterMessage } from '../../../backbone/practice/first-day/outside-letters.ts'
import { filePlan } from '../../../backbone/practice/first-day/records-story.ts'
import { sceneOf } from '../../../backbone/practice/first-day/scene.ts'
import { storyClock } from '../../../backbone/practice/first-day/story-clock.ts'
import { setUpWork } from '../../../backbone/practice/first-day/work-story.ts'
import { practiceAgencies, type PracticeAgency } from '../../../backbone/practice/province/people.ts'
import { makeSecrets } from '../../../backbone/practice/province/secrets.ts'
import { makeKeyFileIn } from '../../builders/node-key.ts'
import { lastMonth } from './last-month.ts'
import { mailOfTheDay } from './letters.ts'
import { nodeOver, openPostOffice, provinceKeys } from './post-office.ts'
import { scanOf } from './scan.ts'

/** What was made ready before anybody came to work. */
export interface Morning {
  /** The node's key, for who opens its data too. */
  readonly keyFile: string
}

/** The first agency of the province with last month behind it, this morning's mail in by the axis, and the scan of a letter on paper. */
export async function aMorning(profile: string): Promise<Morning> {
  const keyFile = await makeKeyFileIn(profile)
  await writeProvince(profile)
  const post = await openPostOffice(profile)
  try {
    const to = home().agency
    for (const letter of [...mailOfTheDay, ...mailOfTheDay.slice(0, SENT_TWICE)]) {
      const { bytes } = await letterMessage({ authority: post.authority, to, now: Date.now() }, letter)
      await post.send({ from: letter.from, kind: 'edoc', bytes })
    }
    await post.node.settled()
  } finally {
    await post.close()
  }
  await scanOf(profile)
  return { keyFile }
}

/** What comes again from the same sender is the same letter. */
const SENT_TWICE = 2

/** Who works where, the rules of work and last month's business, all by lawful commands. */
async function writeProvince(profile: string): Promise<void> {
  const clock = storyClock({ now: () => endOfLastMonth(Date.now()) })
  clock.goTo(9, 7)
  const keys = await provinceKeys(profile)
  const secrets = await makeSecrets(keys, practiceAgencies, () => new Date(clock.now()))
  const node = await nodeOver(profile, secrets.authority, clock)
  try {
    await writeDirectory(node, secrets)
    const random = (count: number): Uint8Array => Uint8Array.from(randomBytes(count))
    const scene = await sceneOf(node, home(), secrets, clock, random)
    await setUpWork(scene)
    await filePlan(scene)
    await lastMonth(scene, new Date().getFullYear())
    await node.settled()
  } finally {
    await node.close()
  }
}

const DAY_MS = 24 * 60 * 60 * 1000
const VIETNAM_MS = 7 * 60 * 60 * 1000

/** The last but one day of the month before, at four in the afternoon of Vietnam. */
function endOfLastMonth(now: number): number {
  const here = new Date(now + VIETNAM_MS)
  const first = Date.UTC(here.getUTCFullYear(), here.getUTCMonth(), 1)
  return first - 2 * DAY_MS + 16 * 60 * 60 * 1000 - VIETNAM_MS
}

function home(): PracticeAgency {
  const [first] = practiceAgencies
  if (first === undefined) throw new RangeError('the province is empty')
  return first
}
