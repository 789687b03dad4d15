// `npm start`: opens Practice; without a display it runs the tour instead.
import { runPrepared } from './prepare.mjs'

process.exit(await runPrepared(['electron/launch/start.ts', ...process.argv.slice(2)]))
