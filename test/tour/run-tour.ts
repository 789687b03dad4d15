import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeKeyFileIn } from '../builders/node-key.ts'
import { Office } from '../e2e/drivers/office.ts'
import { checkOfflineLog } from './offline-log.ts'
import { checkResults, keepAuditLog, keepNodeFiles, savePdf } from './results.ts'
import { tourSteps } from './steps.ts'

/** Runs the seven steps through the real windows and keeps the results in `out`; says a line per step. Throws at the step that fails. */
export async function runTour(out: string, say: (line: string) => void): Promise<void> {
  const profile = await mkdtemp(path.join(tmpdir(), 'congso-tour-'))
  const timed = async (name: string, work: () => Promise<string>): Promise<void> => {
    const start = performance.now()
    const figures = await work()
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    say(`tour  ${name.padEnd(10)} ${seconds.padStart(6)} s  ${figures}`)
  }
  try {
    let office: Office | undefined
    await timed('open', async () => {
      office = await Office.open(profile, await makeKeyFileIn(profile))
      return 'Practice is open'
    })
    if (office === undefined) throw new Error('the office did not open')
    const opened: Office = office
    try {
      for (const step of tourSteps) {
        await timed(step.name, () =>
          step.run({ office: opened, folder: out }).catch(async (error: unknown) => {
            await opened.picture(path.join(out, `failed-${step.name}.png`))
            throw error
          }),
        )
      }
      await savePdf(opened, out)
    } finally {
      await opened.close()
    }
    await timed('results', async () => {
      await keepNodeFiles(profile, out)
      await keepAuditLog(profile, out)
      return `${await checkOfflineLog(out)}; ${await checkResults(out)}`
    })
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
