import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Office } from '../e2e/drivers/office.ts'
import { checkResults, keepNodeFiles, savePdf } from './results.ts'
import { tourSteps } from './steps.ts'

const out = path.resolve(import.meta.dirname, '../../out/tour')

/** Runs the seven steps through the real windows; results in out/tour. Exit code 1 when a step fails. */
async function tour(): Promise<number> {
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  const profile = await mkdtemp(path.join(tmpdir(), 'congso-tour-'))
  const began = performance.now()
  const office = await Office.open(profile)
  console.log(`tour  open       ${seconds(began)}  Practice is open`)
  try {
    for (const step of tourSteps) {
      const start = performance.now()
      try {
        const figures = await step.run({ office, folder: out })
        console.log(`tour  ${step.name.padEnd(10)} ${seconds(start)}  ${figures}`)
      } catch (error) {
        await office.picture(path.join(out, `failed-${step.name}.png`))
        console.error(`tour  ${step.name.padEnd(10)} ${seconds(start)}  FAILED`, error)
        return 1
      }
    }
    const start = performance.now()
    await savePdf(office, out)
    await keepNodeFiles(profile, out)
    console.log(`tour  results    ${seconds(start)}  ${await checkResults(out)}`)
    console.log(`tour  done in ${seconds(began).trim()}; pictures and files in out/tour`)
    return 0
  } finally {
    await office.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s`

process.exitCode = await tour()
