// Type-checks every layer with its own settings, so that `window` or `process` does not compile where it does not exist.
import { spawnSync } from 'node:child_process'

const layers =
  process.argv.length > 2
    ? process.argv.slice(2)
    : ['shared', 'renderer', 'electron', 'electron/pin', 'electron/viewer', 'backbone', 'test']
let failed = false
for (const layer of layers) {
  console.log(`types: ${layer}`)
  const run = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', layer], {
    stdio: 'inherit',
  })
  failed ||= run.status !== 0
}
process.exit(failed ? 1 : 0)
