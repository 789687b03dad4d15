import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditReport } from '../../../shared/audit/audit-report.ts'
import { toBase64 } from '../../../shared/kernel/bytes.ts'
import { commandText, parseCommandText, type SignedCommand } from '../../../shared/log/command.ts'
import { submitAnswer } from '../../../shared/protocol/commands.ts'
import { feedItem } from '../../../shared/protocol/feed.ts'
import { documentFieldsOf, textUpdate } from '../../builders/a-document.ts'
import { aCommand, aDevice } from '../../builders/backbone.ts'
import { keyFileIn, makeKeyFileIn } from '../../builders/node-key.ts'

const SECRET = 'test-secret-test-secret-test-secret'
const PERSON = 'phan-mai-anh'
const actor = { person: PERSON, post: 'snv-specialist' }
const MAIN = join(import.meta.dirname, '../../../backbone/main.ts')
let folder: string
let child: ChildProcess
let origin: string
let bearer: { authorization: string }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'congso-kill-'))
  await makeKeyFileIn(folder)
  await start()
}, 120_000)
afterAll(async () => {
  await end('SIGTERM')
  await rm(folder, { recursive: true })
})

async function start(): Promise<void> {
  child = spawn(
    process.execPath,
    ['--no-warnings', MAIN, '--data', folder, '--practice', '--key-file', keyFileIn(folder)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, CONGSO_NODE_SECRET: SECRET },
    },
  )
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (data: Buffer) => resolve(data.toString()))
    child.on('exit', () => reject(new Error('the node ended')))
  })
  origin = `http://127.0.0.1:${(JSON.parse(line) as { port: number }).port}`
  const session = await post(
    '/v1/practice/session',
    { person: PERSON },
    { authorization: `Bearer ${SECRET}` },
  )
  bearer = { authorization: `Bearer ${((await session.json()) as { token: string }).token}` }
}

function end(signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit')
    child.on('exit', () => resolve())
    child.kill(signal)
  })
}

function post(path: string, body: unknown, headers: Record<string, string> = bearer): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** Sends in batches until the node is killed in the middle; answers what was acknowledged. */
async function sendAndKill(commands: readonly SignedCommand[], killAfter: number): Promise<Set<string>> {
  const acknowledged = new Set<string>()
  for (let at = 0; at < commands.length; at += 10) {
    const batch = commands.slice(at, at + 10)
    const sending = post('/v1/commands', { workspace: 'snv', commands: batch })
    if (at >= killAfter) {
      await Promise.all([end('SIGKILL'), sending.catch(() => undefined)])
      return acknowledged
    }
    for (const outcome of submitAnswer.parse(await (await sending).json()).outcomes)
      if (outcome.outcome === 'accepted') acknowledged.add(outcome.id)
  }
  return acknowledged
}

describe('a node that is killed', () => {
  it('loses nothing it acknowledged, takes nothing twice, and its log still proves itself', async () => {
    const device = aDevice()
    expect((await post('/v1/devices', { workspace: 'snv', key: toBase64(device.publicKey) })).status).toBe(
      200,
    )
    const commands: SignedCommand[] = []
    for (let index = 0; index < 60; index++) {
      const ref = { kind: 'document', id: `kill-${index}` } as const
      const create = aCommand('snv', actor, ref, 'document.create', {
        kind: 'cong-van',
        fields: documentFieldsOf(),
      })
      const edit = aCommand(
        'snv',
        actor,
        ref,
        'document.editText',
        { update: textUpdate(`${index}`) },
        { after: [create.id] },
      )
      commands.push(device.sign(commandText(create)), device.sign(commandText(edit)))
    }
    let acknowledged = new Set<string>()
    for (const killAfter of [30, 80]) {
      const before = acknowledged
      acknowledged = new Set([...before, ...(await sendAndKill(commands, killAfter))])
      await start()
    }
    const shuffled = [...commands].reverse()
    for (let round = 0; round < 2; round++)
      for (let at = 0; at < shuffled.length; at += 20)
        await post('/v1/commands', { workspace: 'snv', commands: shuffled.slice(at, at + 20).reverse() })
    const answer = submitAnswer.parse(
      await (await post('/v1/commands', { workspace: 'snv', commands })).json(),
    )
    expect(answer.outcomes.every((one) => one.outcome === 'accepted' && one.again)).toBe(true)

    const feed = await (
      await fetch(`${origin}/v1/feed?workspace=snv&after=0&limit=5000`, { headers: bearer })
    ).text()
    const mine = feed
      .trim()
      .split('\n')
      .map((line) => feedItem.parse(JSON.parse(line)))
      .flatMap((item) => (item.item === 'entry' ? [parseCommandText(item.entry.command.text).id] : []))
      .filter((id) => commands.some((one) => one.text.includes(id)))
    const ids = commands.map((one) => parseCommandText(one.text).id)
    expect([...mine].sort()).toEqual([...ids].sort())
    for (const id of acknowledged) expect(mine).toContain(id)

    const cli = join(import.meta.dirname, '../../../electron/cli/congso.mjs')
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [cli, 'audit', 'verify', '--url', origin, '--workspace', 'snv'],
      { env: { ...process.env, CONGSO_NODE_SECRET: SECRET } },
    )
    const report = JSON.parse(stdout) as AuditReport
    expect(report).toMatchObject({ verdict: 'valid', problems: [] })
    expect(report.decidedAgain).toBe(report.entries)
  }, 120_000)

  it('gives its first day only to whoever holds the secret, and puts it back', async () => {
    expect((await fetch(`${origin}/v1/practice/people`)).status).toBe(401)
    expect((await fetch(`${origin}/v1/practice/people`, { headers: bearer })).status).toBe(401)
    const secret = { authorization: `Bearer ${SECRET}` }
    expect((await post('/v1/practice/reset', {}, secret)).status).toBe(202)
    const isReady = async () => (await fetch(`${origin}/readyz`).catch(() => undefined))?.status === 200
    while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await fetch(`${origin}/v1/session`, { headers: bearer })).status).toBe(401)
    const people = (await (await fetch(`${origin}/v1/practice/people`, { headers: secret })).json()) as {
      people: unknown[]
    }
    expect(people.people.length).toBeGreaterThanOrEqual(12)
  }, 120_000)
})
