import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { diskBlobs } from '../../backbone/blobs/disk-blobs.ts'
import { openSqliteEngine } from '../../backbone/engine/sqlite-engine.ts'
import { loadNodeIdentity } from '../../backbone/node-identity.ts'
import { createNode } from '../../backbone/node.ts'
import { writeDraft, type LetterPlan } from '../../backbone/practice/first-day/drafts.ts'
import { direct, present, type DirectivePlan } from '../../backbone/practice/first-day/letter-acts.ts'
import { sendIn } from '../../backbone/practice/first-day/outside-letters.ts'
import { ownFiles } from '../../backbone/practice/first-day/own-files.ts'
import { sceneOf, type Scene } from '../../backbone/practice/first-day/scene.ts'
import { storyClock } from '../../backbone/practice/first-day/story-clock.ts'
import { writeFirstDay } from '../../backbone/practice/first-day/write-first-day.ts'
import { outsideAgencies } from '../../backbone/practice/province/correspondents.ts'
import { practiceAgencies } from '../../backbone/practice/province/people.ts'
import { makeSecrets } from '../../backbone/practice/province/secrets.ts'
import { sealedFiles } from '../../backbone/sealing/sealed-files.ts'
import type { LetterContent } from '../../shared/domain/correspondence/letter.ts'
import type { AggregateRef } from '../../shared/log/command.ts'
import { makeKeyFileIn, nodeKeyIn } from './node-key.ts'
import { vietnameseDocuments } from './vietnamese-documents.ts'

/** What lies on the desks of the first practice agency beside its first day. */
export interface OfficeLoad {
  /** Signed letters that came in this morning. */
  readonly toAccept: number
  /** Letters that wait for the director's directive. */
  readonly toDirect: number
  /** Letters the specialist was told of. */
  readonly toRead: number
  /** Letters the specialist leads on. */
  readonly toTake: number
  /** Letters the unit head leads on and gives on. */
  readonly toAssign: number
  /** Drafts that wait for the unit head. */
  readonly toInitial: number
}

const SEED = 20_261_116
const SEED_DAY = '2026-11-16'
const FIRST_NUMBER = 6001

/** Fills the practice node of a profile: every line by a real message of the axis or a signed command of who may. Answers the key file. */
export async function fullOffice(profile: string, load: OfficeLoad): Promise<string> {
  const keyFile = await makeKeyFileIn(profile)
  const key = await nodeKeyIn(profile)
  const folder = path.join(profile, 'practice-node', 'province')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const clock = storyClock({ now: Date.now })
  clock.goTo(9, 7)
  const random = (count: number): Uint8Array => Uint8Array.from(randomBytes(count))
  const keys = sealedFiles(path.join(folder, 'keys'), key)
  const secrets = await makeSecrets(keys, practiceAgencies, () => new Date(clock.now()))
  const node = await createNode({
    engine: openSqliteEngine(path.join(folder, 'node.sqlite'), key, 'on-close'),
    blobs: diskBlobs(path.join(folder, 'blobs'), key, { isFlushed: false }),
    identity: await loadNodeIdentity(keys),
    scratch: path.join(folder, 'scratch'),
    clock,
    random,
    journal: {
      warn: (what, facts) => process.stderr.write(`${what} ${JSON.stringify(facts)}\n`),
      error: (what, error) => process.stderr.write(`${what}: ${String(error)}\n`),
    },
    isPractice: true,
    foreign: ownFiles(secrets.authority),
  })
  try {
    await writeFirstDay(node, secrets, clock, random)
    const [home] = practiceAgencies
    if (home === undefined) throw new RangeError('the province is empty')
    await fillDesks(await sceneOf(node, home, secrets, clock, random), load)
    await node.settled()
  } finally {
    await node.close()
  }
  return keyFile
}

async function fillDesks(scene: Scene, load: OfficeLoad): Promise<void> {
  const { toAccept, toDirect, toRead, toTake, toAssign, toInitial } = load
  const count = toAccept + toDirect + toRead + toTake + toAssign + toInitial
  const texts = vietnameseDocuments(count, SEED, SEED_DAY)[Symbol.iterator]()
  let number = FIRST_NUMBER
  const next = (): LetterContent => {
    const text = texts.next()
    if (text.done === true) throw new RangeError('no text left')
    return text.value
  }
  const letter = (): Promise<AggregateRef> => {
    const { subject, signer } = next()
    const from = outsideAgencies[number % outsideAgencies.length]?.code ?? ''
    return sendIn(scene, {
      from,
      number: number++,
      subject,
      body: [`Kính đề nghị Sở Nội vụ phối hợp về nội dung ${subject}.`],
      signer: signer.name,
      ...(number % 4 === 0 ? { answerWithinDays: 5 + (number % 9) } : {}),
    })
  }
  const times = async (count: number, work: () => Promise<unknown>): Promise<void> => {
    for (let index = 0; index < count; index++) await work()
  }
  await times(load.toRead, async () => direct(scene, await letter(), READING))
  await times(load.toTake, async () => direct(scene, await letter(), TAKING))
  await times(load.toAssign, async () => direct(scene, await letter(), ASSIGNING))
  await times(load.toDirect, async () => present(scene, await letter(), 'director'))
  await times(load.toInitial, async () => {
    const draft = await writeDraft(scene, planOf(next().subject))
    await scene.act('specialist', draft, 'document.submit', { note: '' })
  })
  await times(load.toAccept, letter)
}

const READING: DirectivePlan = {
  by: 'director',
  text: 'Phòng chủ trì; đồng chí Mai Anh để biết.',
  lead: 'second-specialist',
  inform: ['specialist'],
  withinDays: 9,
}
const TAKING: DirectivePlan = {
  by: 'director',
  text: 'Đồng chí Mai Anh tham mưu văn bản trả lời.',
  lead: 'specialist',
  withinDays: 7,
}
const ASSIGNING: DirectivePlan = {
  by: 'director',
  text: 'Phòng Tổ chức, biên chế tham mưu.',
  lead: 'unit-head',
  withinDays: 8,
}

function planOf(subject: string): LetterPlan {
  return {
    subject,
    addressees: ['Sở Tài chính tỉnh Minh Giang', 'Sở Xây dựng tỉnh Minh Giang'],
    recipients: [
      { code: 'T86.04', name: 'Sở Tài chính tỉnh Minh Giang' },
      { code: 'T86.05', name: 'Sở Xây dựng tỉnh Minh Giang' },
    ],
    body: [`Sở Nội vụ trao đổi với quý cơ quan nội dung ${subject} như sau.`, 'Trân trọng phối hợp.'],
  }
}
