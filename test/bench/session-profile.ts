/** A profile in which a session of thirty members with a pack of 300 MB and a meeting without papers are being held. */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { blobService, type BlobService } from '../../backbone/blobs/blob-service.ts'
import { diskBlobs } from '../../backbone/blobs/disk-blobs.ts'
import { actOrThrow } from '../../backbone/directory.ts'
import { openSqliteEngine } from '../../backbone/engine/sqlite-engine.ts'
import { loadNodeIdentity, nodeEd25519 } from '../../backbone/node-identity.ts'
import { PracticeDesk } from '../../backbone/practice/first-day/practice-desk.ts'
import { practiceAgencies } from '../../backbone/practice/province/people.ts'
import { sealedFiles } from '../../backbone/sealing/sealed-files.ts'
import { openWorkspace, type Workspace } from '../../backbone/workspace/workspace.ts'
import type { Post } from '../../shared/domain/directory/directory.ts'
import { voteIdOf } from '../../shared/domain/meetings/vote.ts'
import { aScan, asPaper } from '../builders/a-scanned-paper.ts'
import { nodeKeyIn } from '../builders/node-key.ts'
import { progress } from './bench.ts'
import { practiceProfile } from './practice-profile.ts'

/** A meeting as the bench holds it. */
export interface BenchMeeting {
  readonly id: string
  readonly title: string
  readonly members: number
  readonly items: number
  /** MB of each item's paper; 0: no papers. */
  readonly paperMb: number
}

export const emptyMeeting: BenchMeeting = {
  id: 'bench-empty',
  title: 'Họp không tài liệu',
  members: 1,
  items: 1,
  paperMb: 0,
}
export const fullSession: BenchMeeting = {
  id: 'bench-session',
  title: 'Phiên họp toàn thể',
  members: 30,
  items: 15,
  paperMb: 20,
}

const AGENCY = 'snv'
/** Questions whose vote is closed and waits to be declared. */
export const QUESTIONS = 8

/** Makes the profile; whoever runs both meetings is `secretary` of the practice province. */
export async function sessionProfile(secretary: string): Promise<string> {
  const profile = await practiceProfile(0)
  const province = path.join(profile, 'practice-node', 'province')
  const key = await nodeKeyIn(profile)
  const random = (count: number): Uint8Array<ArrayBuffer> => Uint8Array.from(randomBytes(count))
  const engine = openSqliteEngine(path.join(province, 'node.sqlite'), key, 'on-close')
  try {
    const workspace = await openWorkspace(AGENCY, {
      engine,
      identity: await loadNodeIdentity(sealedFiles(path.join(province, 'keys'), key)),
      verifier: nodeEd25519,
      clock: { now: Date.now },
      random,
      journal: { warn: () => undefined, error: () => undefined },
    })
    const blobs = blobService(engine, diskBlobs(path.join(province, 'blobs'), key, { isFlushed: false }))
    const posts = practiceAgencies.find(({ agency }) => agency.id === AGENCY)?.posts ?? []
    const runs = posts.find(({ name }) => name === secretary)
    if (runs === undefined) throw new Error(`nobody is called ${secretary}`)
    const desk = new PracticeDesk(workspace, { now: Date.now }, random)
    const members = [runs, ...(await appointed(workspace, runs, fullSession.members - 1))]
    for (const meeting of [emptyMeeting, fullSession]) {
      progress(`${meeting.items} items, ${meeting.items * meeting.paperMb} MB of papers`)
      await hold(desk, blobs, meeting, members.slice(0, meeting.members))
    }
  } finally {
    await engine.close()
  }
  return profile
}

async function appointed(workspace: Workspace, like: Post, count: number): Promise<readonly Post[]> {
  const posts = Array.from({ length: count }, (_, index) => ({
    id: `bench-member-${index}`,
    person: `bench-person-${index}`,
    name: `Thành viên ${index + 1}`,
    title: 'Thành viên',
    unit: like.unit,
    roles: ['leader' as const],
    certificate: null,
  }))
  await actOrThrow(
    workspace,
    posts.map(({ id, ...payload }) => ({ aggregate: { kind: 'post', id }, type: 'post.appoint', payload })),
  )
  return posts
}

async function hold(
  desk: PracticeDesk,
  blobs: BlobService,
  { id, title, items, paperMb }: BenchMeeting,
  members: readonly Post[],
): Promise<void> {
  const [runs] = members
  if (runs === undefined) throw new RangeError('a meeting has members')
  const actor = (post: Post) => ({ person: post.person, post: post.id })
  const act = (verb: string, payload: Parameters<PracticeDesk['act']>[3]): Promise<void> =>
    desk.act(actor(runs), { kind: 'meeting', id }, `meeting.${verb}`, payload)
  const begin = Date.now() + 5 * 24 * 3_600_000
  const agenda = Array.from({ length: items }, (_, index) => ({
    id: `${id}-item-${index}`,
    title: `Nội dung ${index + 1}`,
    presenter: null,
    minutes: 15,
    mayBeAdoptedTogether: false,
  }))
  await act('draft', {
    title,
    from: new Date(begin).toISOString(),
    until: new Date(begin + 4 * 3_600_000).toISOString(),
    place: 'Phòng họp số 1',
    callUrl: null,
    chair: runs.id,
    members: members.map((post) => ({ post: post.id, part: 'member' })),
    outsiders: [],
    quorum: null,
    requirements: '',
    letter: null,
  })
  await act('setAgenda', { items: agenda })
  if (paperMb > 0) {
    const scan = await aScan(paperMb)
    for (const [index, item] of agenda.entries()) {
      const file = await blobs.keep(AGENCY, [await asPaper(scan, index)], 'application/pdf')
      await act('addPaper', {
        item: item.id,
        paper: { id: `paper-${index}`, name: `to-trinh-${index + 1}.pdf`, file: { ...file } },
      })
    }
  }
  await act('call', { shortNotice: '' })
  await act('open', {})
  const item = agenda[0]?.id ?? ''
  await act('takeItem', { item })
  for (let index = 0; index < QUESTIONS; index++) {
    const motion = `${id}-question-${index}`
    const asked = { id: motion, question: `Câu hỏi ${index + 1}?`, majority: 'ofAll', isSecret: false }
    await act('openVote', { item, motion: asked })
    for (const voter of members)
      await desk.act(actor(voter), { kind: 'vote', id: voteIdOf(id, motion, voter.id) }, 'vote.cast', {
        meeting: id,
        item,
        motion,
        choice: 'yes',
        words: '',
      })
    await act('closeVote', { item, motion })
  }
}
