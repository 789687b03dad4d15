/** Runs the benchmarks one after another, each in a process of its own, so that none measures the leftovers of another. */
import { spawn } from 'node:child_process'
import path from 'node:path'

const names = ['sign', 'edxml', 'node', 'feed', 'search', 'desk', 'meeting']
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !names.includes(name))

if (unknown.length > 0) {
  console.error(`bench: no such benchmark: ${unknown.join(', ')}; there are ${names.join(', ')}`)
  process.exitCode = 1
} else {
  for (const name of asked.length > 0 ? asked : names) {
    console.error(`bench: ${name}`)
    const start = performance.now()
    const code = await run(path.join(import.meta.dirname, `${name}.ts`))
    const seconds = ((performance.now() - start) / 1000).toFixed(0)
    console.error(`bench: ${name} ${code === 0 ? 'done' : `FAILED (${code})`} after ${seconds} s`)
    if (code !== 0) process.exitCode = 1
  }
}

function run(file: string): Promise<number> {
  const child = spawn(process.execPath, ['--expose-gc', file], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
