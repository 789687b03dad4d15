/** Commands that the node takes in a second, signed, decided and on disk, against the engine alone writing the same bytes. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Append, Engine } from '../../backbone/engine/engine.port.ts'
import { openSqliteEngine } from '../../backbone/engine/sqlite-engine.ts'
import type { SignedCommand } from '../../shared/log/command.ts'
import { submitAnswer } from '../../shared/protocol/commands.ts'
import { documentFieldsOf } from '../builders/a-document.ts'
import { aDesk, aNode, anAgency } from '../builders/backbone.ts'
import { aNodeKey } from '../builders/node-key.ts'
import { median, progress, report, timed } from './bench.ts'

const AGENCY = 'do'
const ROUNDS = 7
const PER_ROUND = 200

const folder = await mkdtemp(path.join(tmpdir(), 'congso-bench-node-'))
const appended: Append[] = []
const key = aNodeKey()
const engine = openSqliteEngine(path.join(folder, 'node.sqlite'), key, 'each-commit')
const recording: Engine = {
  ...engine,
  append: (append) => {
    appended.push(append)
    return engine.append(append)
  },
}
const raw = openSqliteEngine(path.join(folder, 'raw.sqlite'), key, 'each-commit')
const node = await aNode([anAgency(AGENCY)], { engine: recording })
const drafter = await aDesk(node, AGENCY, 'drafter')
const token = node.sessions.open(drafter.actor.person)
await raw.createWorkspace(AGENCY)

const commands = (): readonly SignedCommand[] =>
  Array.from({ length: PER_ROUND }, () =>
    drafter.signed({ kind: 'document', id: crypto.randomUUID() }, 'document.create', {
      kind: 'cong-van',
      fields: documentFieldsOf({ subject: 'cung cấp số liệu biên chế công chức năm 2026' }),
    }),
  )

async function post(group: readonly SignedCommand[]): Promise<void> {
  const answer = await node.server.inject({
    method: 'POST',
    url: '/v1/commands',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    payload: JSON.stringify({ workspace: AGENCY, commands: group }),
  })
  const { outcomes } = submitAnswer.parse(answer.json())
  const refused = outcomes.find((one) => one.outcome !== 'accepted')
  if (refused !== undefined || outcomes.length !== group.length)
    throw new Error(`not accepted: ${answer.statusCode} ${JSON.stringify(refused)}`)
}

/** Writes what the node wrote since the last time. */
async function replay(): Promise<void> {
  for (const append of appended.splice(0)) await raw.append(append)
}

async function measure(figure: string, groupSize: number): Promise<void> {
  const since = performance.now()
  const times: { node: number; raw: number }[] = []
  await replay()
  for (let round = 0; round <= ROUNDS; round++) {
    const all = commands()
    const byNode = await timed(async () => {
      for (let at = 0; at < all.length; at += groupSize) await post(all.slice(at, at + groupSize))
    })
    const byEngine = await timed(replay)
    if (round > 0) times.push({ node: byNode, raw: byEngine })
  }
  const perSecond = (of: 'node' | 'raw'): number => (PER_ROUND * 1000) / median(times.map((one) => one[of]))
  report({
    bench: 'node',
    figure,
    value: perSecond('node'),
    unit: 'commands/s',
    against: { what: 'engine alone, same bytes and commits, commands/s', value: perSecond('raw') },
    budget: { of: 'ratio', atLeast: 0.5 },
    since,
  })
}

try {
  progress(`${ROUNDS} rounds of ${PER_ROUND} commands each`)
  await measure('one command to a request', 1)
  await measure('100 commands to a request', 100)
} finally {
  await node.close()
  await raw.close()
  await rm(folder, { recursive: true, force: true })
}
