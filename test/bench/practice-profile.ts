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
import { sealedFiles } from '../../backbone/sealing/sealed-files.ts'
import { makeKeyFileIn, nodeKeyIn } from '../builders/node-key.ts'
import { progress } from './bench.ts'

/** Whose inbox is filled. */
export const CLERK = { agency: 'snv', name: 'Hồ Thị Lụa' } as const

const GROUP = 250
const ASKS = [
  'báo cáo',
  'góp ý dự thảo',
  'phối hợp rà soát',
  'cung cấp số liệu',
  'triển khai',
  'đăng ký nhu cầu',
]
const MATTERS = [
  'biên chế công chức, viên chức',
  'kết quả cải cách hành chính',
  'đào tạo, bồi dưỡng cán bộ',
  'chuyển đổi số trong cơ quan nhà nước',
  'công tác văn thư, lưu trữ',
  'thi đua, khen thưởng',
  'sắp xếp đơn vị sự nghiệp công lập',
]
const TERMS = ['quý I', '6 tháng đầu năm', 'quý III', 'năm 2026', 'giai đoạn 2026–2030']

/** Makes a profile folder with `letters` more letters to accept than Practice begins with. */
export async function practiceProfile(letters: number): Promise<string> {
  const profile = await mkdtemp(path.join(tmpdir(), `congso-bench-${letters}-`))
  const dataDir = path.join(profile, 'practice-node')
  await makeKeyFileIn(profile)
  const key = await nodeKeyIn(profile)
  const practice = await openPractice({
    dataDir,
    secret: randomBytes(24).toString('hex'),
    key,
    journal: {
      warn: (what, facts) => progress(`${what} ${JSON.stringify(facts)}`),
      error: (what, error) => progress(`${what}: ${String(error)}`),
    },
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
    })
    await receive(workspace, await aValidLetter(engine, workspace), letters)
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

async function receive(workspace: Workspace, sample: Letter, count: number): Promise<void> {
  const { content, files } = sample
  const pick = (from: readonly string[], index: number): string => from[index % from.length] ?? ''
  for (let at = 0; at < count; at += GROUP) {
    const group = Array.from({ length: Math.min(GROUP, count - at) }, (_, index) => at + index + 1)
    const outcomes = await workspace.act(
      group.map((number) => {
        const subject = `V/v ${pick(ASKS, number)} ${pick(MATTERS, number * 3)} ${pick(TERMS, number * 7)}`
        return {
          aggregate: { kind: 'letter' as const, id: crypto.randomUUID() },
          type: 'letter.receive',
          payload: {
            files: structuredClone(files) as never,
            content: {
              ...structuredClone(content),
              number: String(number),
              documentId: `${content.documentId}-${number}`,
              subject,
              summary: subject,
            },
          },
        }
      }),
    )
    const failed = outcomes.find((one) => one.outcome !== 'accepted')
    if (failed !== undefined) throw new Error(JSON.stringify(failed))
  }
}
