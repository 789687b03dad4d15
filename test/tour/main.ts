import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { runTour } from './run-tour.ts'

const out = path.resolve(import.meta.dirname, '../../out/tour')
await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
try {
  await runTour(out, (line) => console.log(line))
  console.log('tour  done; pictures and files in out/tour')
} catch (error) {
  console.error('tour  FAILED', error)
  process.exitCode = 1
}
