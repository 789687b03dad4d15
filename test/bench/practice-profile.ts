/** A profile of the application whose practice node holds many letters, written by commands of the node itself. */
import { mkdtemp, rm } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openSqliteEngine } from '../../backbone/engine/sqlite-engine.ts'
import { loadNodeIdentity, nodeEd25519 } from '../../backbone/node-identity.ts'
import { openPractice } from '../../backbone/practice/open-practice.ts'
import { processes } from '../../backbone/processes/processes.ts'
import { openWorkspace, type Workspace } from '../../backbone/workspace/workspace.ts'
import { verdictOf, type Letter } from '../../shared/domain/correspondence/letter.ts'
import type { Engine } from '../../backbone/engine/engine.port.ts'
import type { Journal } from '../../backbone/ports.ts'
import { sealedFiles } from '../../backbone/sealing/sealed-files.ts'
import { makeKeyFileIn, nodeKeyIn } from '../builders/node-key.ts'
import { vietnameseDocuments } from '../builders/vietnamese-documents.ts'
import { progress } from './bench.ts'

/** Whose inbox is filled. */
export const CLERK = { agency: 'snv', name: 'Hồ Thị Lụa' } as const

const GROUP = 250
/** Everything is told as of this day. */
export const BENCH_DAY = '2026-11-16'
const SEED = 20_261_116

/**
 * Makes a profile folder with `letters` more letters to accept than Practice begins with; one in `signedOneIn` is signed and carries the
 * whole answer of the validator, the others are scans.
 */
export async function practiceProfile(letters: number, signedOneIn = 1): Promise<string> {
  const profile = await mkdtemp(path.join(tmpdir(), `congso-bench-${letters}-`))
  const dataDir = path.join(profile, 'practice-node')
  await makeKeyFileIn(profile)
  const key = await nodeKeyIn(profile)
  const journal: Journal = {
    warn: (what, facts) => progress(`${what} ${JSON.stringify(facts)}`),
    error: (what, error) => progress(`${what}: ${String(error)}`),
  }
  const practice = await openPractice({
    dataDir,
    secret: randomBytes(24).toString('hex'),
    key,
    journal,
  })
  await practice.close()
  const province = path.join(dataDir, 'province')
  const engine = openSqliteEngine(path.join(province, 'node.sqlite'), key, 'on-close')
  try {
    const workspace = await openWorkspace(CLERK.agency, {
      engine,
      identity: await loadNodeIdentity(sealedFiles(path.join(province, 'keys'), key)),
      verifier: nodeEd25519,
      clock: { now: Date.now },
      random: (count) => Uint8Array.from(randomBytes(count)),
      journal,
    })
    await receive(workspace, await aValidLetter(engine, workspace), letters, signedOneIn)
    // Their senders were told long ago: no thousands of status messages while something else is measured.
    for (const { name } of processes)
      await engine.setCursor(workspace.id, `process/${name}`, workspace.head().seq)
  } finally {
    await engine.close()
  }
  return profile
}

export async function removeProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/** A letter of the first day: its file, and the whole answer of the validator, go with each copy. */
async function aValidLetter(engine: Engine, workspace: Workspace): Promise<Letter> {
  for (const ref of await engine.aggregates(workspace.id, 'letter')) {
    const letter = (await workspace.state(ref)) as Letter
    if (verdictOf(letter) === 'valid') return letter
  }
  throw new Error('no letter with a valid signature on the first day')
}

async function receive(
  workspace: Workspace,
  { files }: Letter,
  count: number,
  signedOneIn: number,
): Promise<void> {
  const scans = files.map((file) => ({ ...file, verdict: null }))
  let group: Parameters<Workspace['act']>[0][number][] = []
  const send = async (): Promise<void> => {
    const outcomes = await workspace.act(group)
    const failed = outcomes.find((one) => one.outcome !== 'accepted')
    if (failed !== undefined) throw new Error(JSON.stringify(failed))
    group = []
  }
  let number = 0
  for (const content of vietnameseDocuments(count, SEED, BENCH_DAY)) {
    const isSigned = number++ % signedOneIn === 0
    group.push({
      aggregate: { kind: 'letter', id: crypto.randomUUID() },
      type: 'letter.receive',
      payload: { files: structuredClone(isSigned ? files : scans), content: content },
    })
    if (group.length === GROUP) await send()
  }
  if (group.length > 0) await send()
}
