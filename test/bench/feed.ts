/** First sync of a desk in the real application, against writing the same sealed records in the same engine without deciding. */
import { keyFileIn } from '../builders/node-key.ts'
import { Office } from '../e2e/drivers/office.ts'
import { buildForBench } from './application.ts'
import { progress, report, timed } from './bench.ts'
import { syncInbox } from './inbox.ts'
import { CLERK, practiceProfile, removeProfile } from './practice-profile.ts'
import { rewriteRecords } from './rewrite-records.ts'

const LETTERS = 5_000
/** Entries the desk takes in one transaction. */
const PAGE_OF_FEED = 500

await buildForBench()
progress(`filling a profile with ${LETTERS} letters`)
const profile = await practiceProfile(LETTERS)
try {
  const since = performance.now()
  const office = await Office.open(profile, keyFileIn(profile))
  try {
    progress('first sync')
    const syncedMs = await timed(() => syncInbox(office, LETTERS))
    progress('writing the same records')
    const { entries, records, ms } = await office.page.evaluate(rewriteRecords, {
      prefix: `congso/${CLERK.agency}/`,
      entriesAtOnce: PAGE_OF_FEED,
    })
    report({
      bench: 'feed',
      figure: `first sync of ${entries} entries: asked, checked, decided, sealed, written`,
      value: (entries * 1000) / syncedMs,
      unit: 'entries/s',
      against: {
        what: `writing the same ${records} sealed records without deciding, entries/s`,
        value: (entries * 1000) / ms,
      },
      budget: { of: 'ratio', atLeast: 0.5 },
      since,
    })
  } finally {
    await office.close()
  }
} finally {
  await removeProfile(profile)
}
