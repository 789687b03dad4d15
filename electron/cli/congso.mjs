#!/usr/bin/env node
// `congso`: runs on any Node from 20 on and starts the command in the project's own Node, with its limits of time and memory.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { limitsOf } from './limits.mjs'

const OWN_NODE = 24
const GRACE_MS = 2000
const EXIT = { failed: 1, timeLimit: 124 }

const args = process.argv.slice(2)
const { seconds, memoryMb } = limitsOf(args[0])
const child = spawn(
  findNode(),
  [
    `--max-old-space-size=${memoryMb}`,
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, 'main.ts'),
    ...args,
  ],
  { stdio: 'inherit' },
)
let isOutOfTime = false
const clock = seconds > 0 ? setTimeout(endByClock, seconds * 1000) : undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => finish({ code: 'cli.cannot-start', message: error.message }, EXIT.failed))
child.on('exit', (code, signal) => {
  clearTimeout(clock)
  if (isOutOfTime) finish({ code: 'cli.time-limit', seconds }, EXIT.timeLimit)
  else if (code === null) finish({ code: 'cli.ended', signal }, EXIT.failed)
  else process.exitCode = code
})

function endByClock() {
  isOutOfTime = true
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref()
}

function finish(error, exitCode) {
  process.stdout.write(`${JSON.stringify({ error }, null, 2)}\n`)
  process.exitCode = exitCode
}

/** This very Node if it is new enough, else the one that comes with the packages. */
function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= OWN_NODE) return process.execPath
  const require = createRequire(import.meta.url)
  const suffix = process.platform === 'win32' ? 'win' : process.platform
  try {
    const manifest = require.resolve(`node-${suffix}-${process.arch}/package.json`)
    const binary = join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    if (existsSync(binary)) return binary
  } catch {
    // Not installed for this machine: this Node has to do, and says itself what it lacks.
  }
  return process.execPath
}
