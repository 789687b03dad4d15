// `npm run bench`: measures what the design sets budgets for, one JSON row per figure on stdout. `npm run bench -- NAME …` runs only these.
import { runPrepared } from './prepare.mjs'

process.exit(await runPrepared(['test/bench/main.ts', ...process.argv.slice(2)]))
