// Everything `npm test` promises: set-up, build, every suite, with progress. `--quick` leaves out what needs windows.
import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'

const node = process.execPath
const quick = process.argv.includes('--quick')

const steps = [
  ['unit, component and integration tests', [node, 'node_modules/vitest/vitest.mjs', 'run']],
  ...(quick
    ? []
    : [
        [
          'build of the application',
          [node, 'node_modules/vite/bin/vite.js', 'build', '--app', '--logLevel', 'warn'],
        ],
        [
          'journeys through the real windows',
          [node, 'node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.e2e.config.ts'],
        ],
      ]),
]

for (const [index, [name, [program, ...args]]] of steps.entries()) {
  console.log(`\n[${index + 1}/${steps.length}] ${name}`)
  const start = performance.now()
  const run = spawnSync(program, args, { stdio: 'inherit' })
  if (run.status !== 0) {
    console.error(`failed: ${name}`)
    process.exit(run.status ?? 1)
  }
  console.log(`done in ${Math.round((performance.now() - start) / 1000)} s: ${name}`)
}
