import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseCommandText, type CommandBody } from '../../shared/log/command.ts'
import { offlineActs } from './offline-acts.ts'
import { OFFLINE_RECORD, type OfflineRecord } from './offline-step.ts'

interface Line {
  readonly seq: number
  readonly body: CommandBody
}

/** Throws unless the log has every act of the hours without a node once, in causal order, and what the node made of them behind it. */
export async function checkOfflineLog(folder: string): Promise<string> {
  const record = JSON.parse(await readFile(path.join(folder, OFFLINE_RECORD), 'utf8')) as OfflineRecord
  const log = await linesOf(path.join(folder, 'audit.ndjson'))
  const all = log.map(({ body }) => body.id)
  if (new Set(all).size !== all.length) throw new Error('a command stands in the log twice')
  const offline = log.filter(
    ({ body }) =>
      body.actor.person !== 'node' &&
      body.claimedAt >= record.stoppedAt &&
      body.claimedAt <= record.startedAt,
  )
  const waited = Object.values(record.waiting).reduce((sum, count) => sum + count, 0)
  if (offline.length !== waited) throw new Error(`${waited} acts waited, ${offline.length} are in the log`)
  expectOrderOfEach(offline)
  const figures = offlineActs.map((act) => {
    const last = act.commands.at(-1)
    const done = offline.filter(({ body }) => body.type === last)
    if (done.length !== 1) throw new Error(`${act.name}: ${done.length} × ${last ?? ''}`)
    const thing = done[0]?.body.aggregate.id
    const chain = offline.filter(
      ({ body }) => body.aggregate.id === thing || body.payload['subject'] === thing,
    )
    const types = chain.map(({ body }) => body.type)
    const named = types.filter((type, index) => act.commands.includes(type) && types.indexOf(type) === index)
    if (named.join() !== act.commands.join()) throw new Error(`${act.name}: ${types.join(', ')}`)
    if (act.follows !== undefined) expectBehind(log, done[0]?.seq ?? 0, act.follows)
    return `${act.name} ${chain.length}`
  })
  return `${offline.length} acts of the time without a node each once, in causal order (${figures.join(', ')})`
}

/** What a person did later stands later. */
function expectOrderOfEach(lines: readonly Line[]): void {
  const last = new Map<string, string>()
  for (const { seq, body } of lines) {
    if ((last.get(body.actor.person) ?? '') > body.claimedAt) throw new Error(`entry ${seq} is out of order`)
    last.set(body.actor.person, body.claimedAt)
  }
}

function expectBehind(log: readonly Line[], seq: number, type: string): void {
  if (!log.some((line) => line.seq > seq && line.body.type === type && line.body.actor.person === 'node'))
    throw new Error(`no ${type} behind entry ${seq}`)
}

async function linesOf(file: string): Promise<readonly Line[]> {
  const text = await readFile(file, 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { item: string; entry: { seq: number; command: { text: string } } })
    .flatMap(({ item, entry }) =>
      item === 'entry' ? [{ seq: entry.seq, body: parseCommandText(entry.command.text) }] : [],
    )
}
