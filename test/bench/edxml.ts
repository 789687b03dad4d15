/** A message of 50 MB, built to a file and parsed from one: memory above idle, and speed against plain Base64 in native code. */
import { execFile } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { median, progress, report, timed } from './bench.ts'

const MB = 1e6
const MIB = 1024 * 1024
const CONTENT_BYTES = 37.5 * MB
const ROUNDS = 5
const run = promisify(execFile)

interface Cost {
  readonly ms: number
  readonly extraBytes: number
}

async function inFreshProcess(what: 'build' | 'parse', content: string, message: string): Promise<Cost> {
  const script = path.join(import.meta.dirname, 'edxml-work.ts')
  const { stdout } = await run(process.execPath, ['--expose-gc', script, what, content, message])
  return JSON.parse(stdout) as Cost
}

/** Reads the same content, turns it into Base64 and back, and writes it: what no implementation can do without. */
async function plainBase64(content: string, to: string): Promise<{ build: number; parse: number }> {
  const build = await timed(async () => writeFile(to, (await readFile(content)).toString('base64'), 'latin1'))
  const parse = await timed(async () => {
    await writeFile(`${to}.back`, Buffer.from(await readFile(to, 'latin1'), 'base64'))
  })
  return { build, parse }
}

const folder = await mkdtemp(path.join(tmpdir(), 'congso-bench-edxml-'))
try {
  const content = path.join(folder, 'content.pdf')
  const message = path.join(folder, 'message.edxml')
  const bytes = randomFillSync(new Uint8Array(CONTENT_BYTES))
  bytes.set(new TextEncoder().encode('%PDF-1.7\n'))
  await writeFile(content, bytes)
  const since = performance.now()
  const costs: Record<'build' | 'parse', Cost[]> = { build: [], parse: [] }
  const plain: { build: number; parse: number }[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    progress(`edXML round ${round} of ${ROUNDS}`)
    for (const what of ['build', 'parse'] as const)
      costs[what].push(await inFreshProcess(what, content, message))
    plain.push(await plainBase64(content, path.join(folder, 'plain')))
  }
  const size = (await stat(message)).size
  for (const what of ['build', 'parse'] as const) {
    const speedOf = (times: readonly number[]): number => (size / MB) * (1000 / median(times))
    report({
      bench: 'edxml',
      figure: `${what} ${Math.round(size / MB)} MB`,
      value: speedOf(costs[what].map((one) => one.ms)),
      unit: 'MB/s',
      against: {
        what: 'plain Base64 of the same content in native code, whole in memory, MB/s',
        value: speedOf(plain.map((one) => one[what])),
      },
      since,
    })
    report({
      bench: 'edxml',
      figure: `${what} ${Math.round(size / MB)} MB: peak minus idle memory`,
      value: Math.max(...costs[what].map((one) => one.extraBytes)) / MIB,
      unit: 'MiB',
      budget: { of: 'value', atMost: 48 },
      since,
    })
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
