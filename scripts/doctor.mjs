// Runs before `npm start` and `npm test`, also on a fresh clone and on Node 20: packages, Node 24, an engine.
import { runPrepared } from './prepare.mjs'

process.exit(await runPrepared(['electron/launch/doctor.ts', ...process.argv.slice(2)]))
