import { afterEach, expect, test } from 'vitest'
import { unopenedForeignFiles } from '../../../backbone/exchange/unopened-foreign-files.ts'
import { ownFiles } from '../../../backbone/practice/first-day/own-files.ts'
import type { PracticeAuthority } from '../../../backbone/practice/pki/authority.ts'
import type { Signer } from '../../../electron/services/signer/signer.port.ts'
import { verifyAnswers } from '../../../shared/audit/verify-answers.ts'
import type { Post } from '../../../shared/domain/directory/directory.ts'
import { answersFile } from '../../../shared/domain/meetings/answers-file/answers-file.ts'
import { questionOfBallot } from '../../../shared/domain/meetings/answers-file/questions-of.ts'
import type { Ballot } from '../../../shared/domain/meetings/ballot/ballot.ts'
import { countBallot } from '../../../shared/domain/meetings/ballot/count.ts'
import { slipIdOf, type Slip } from '../../../shared/domain/meetings/ballot/slip.ts'
import { statementOfBallot } from '../../../shared/domain/meetings/ballot/statement-of-ballot.ts'
import type { Choice } from '../../../shared/domain/meetings/motion.ts'
import { sha256Hex } from '../../../shared/kernel/hash.ts'
import { instantFrom } from '../../../shared/kernel/instant.ts'
import { webSignatureCrypto } from '../../../shared/pdf/verify/web-signature-crypto.ts'
import { asSigned } from '../../builders/a-ballot.ts'
import { authorityOf } from '../../builders/an-answers-file.ts'
import { aSigner, aTimestampAuthority } from '../../builders/practice-signers.ts'
import { signedWith } from '../../builders/signed-statement.ts'
import { expectSettled, must, refusalOf, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

const DAY_MS = 24 * 60 * 60_000
const ID = 'ballot'

let office: SyncOffice
afterEach(() => office.close())

async function ballotAt(desk: TestDesk): Promise<Ballot> {
  const seen = await desk.desk.readers.office.seen('ballot', ID)
  if (seen === null) throw new Error('the ballot is not here')
  return seen.state
}

async function answer(desk: TestDesk, choice: Choice, reasons = ''): Promise<void> {
  const { post, person } = desk.desk
  const at = instantFrom(office.clock.now())
  const signed = asSigned(statementOfBallot(await ballotAt(desk), { choice, reasons, post, person, at }))
  await must(desk, 'ballot-slip', slipIdOf(ID, post), 'ballot-slip.answer', { signed })
}

const workOf = async (desk: TestDesk): Promise<readonly string[]> =>
  (await desk.desk.readers.office.myWork()).map(({ reason }) => reason)

test('an answer given without a network counts once and in time, silence is kept apart, and every desk counts the same', async () => {
  office = await SyncOffice.open()
  const secretary = await office.desk('drafter')
  const [leader, head, clerk] = [
    await office.desk('leader'),
    await office.desk('unit-head'),
    await office.desk('clerk'),
  ]
  const members = [leader, head, clerk]
  await syncAll(secretary)
  await must(secretary, 'ballot', ID, 'ballot.draft', {
    question: 'Thông qua Đề án?',
    explanation: '',
    chair: `${OFFICE}-leader`,
    members: members.map(({ post }) => post),
    days: 2,
  })
  await must(secretary, 'ballot', ID, 'ballot.send')
  await syncAll(secretary)
  await office.node.settled()
  await syncAll(...members)
  expect(await workOf(head)).toEqual(['ballot'])

  head.weather = 'down'
  await answer(head, 'yes')
  office.clock.pass(1000)
  await answer(head, 'no', 'Chưa rõ nguồn kinh phí')
  expect(await workOf(head)).toEqual([])
  await answer(leader, 'yes')
  await syncAll(leader)

  const early = await refusalOf(secretary, 'ballot', ID, 'ballot.close')
  expect(early.rule).toBe('ballot-still-open')
  office.clock.pass(4 * DAY_MS)
  head.weather = 'up'
  await syncAll(head)
  await office.node.settled()
  await syncAll(secretary)
  await must(secretary, 'ballot', ID, 'ballot.close')
  await syncAll(secretary)
  await office.node.settled()
  await syncAll(secretary, ...members)

  for (const desk of [secretary, ...members]) {
    const ballot = await ballotAt(desk)
    expect(ballot.result).toMatchObject({
      tally: { yes: 1, no: 1, other: 0, deemed: 1 },
      outcome: 'carried',
      deemed: [clerk.post],
    })
    const slips = await desk.desk.readers.office.meetings.slipsOf([ID])
    const answers = slips.flatMap(({ member: post, answer: said }) =>
      said === null ? [] : [{ ...said, post }],
    )
    expect(ballot.result).toMatchObject(countBallot(ballot.members, answers, ballot.chair))
    expect(slips.find(({ member }) => member === clerk.post)?.lapsed).toBe('deemed')
    await expectSettled(desk)
  }
  expect(await workOf(clerk)).toEqual([])
  const late = await refusalOf(head, 'ballot-slip', slipIdOf(ID, head.post), 'ballot-slip.answer', {
    signed: asSigned(
      statementOfBallot(await ballotAt(head), {
        ...{ choice: 'yes', reasons: '', post: head.post, person: head.desk.person },
        at: instantFrom(office.clock.now()),
      }),
    ),
  })
  expect(late.rule).toBe('ballot-ended')
})

test('an answer whose signature the node rejects is asked for again', async () => {
  office = await SyncOffice.open()
  const secretary = await office.desk('drafter')
  const leader = await office.desk('leader')
  await office.stopNode()
  office.foreign = {
    ...unopenedForeignFiles,
    verifyStatement: () =>
      Promise.resolve({
        ok: true,
        value: {
          ...{ kind: 'read', trust: 'practice', verdict: 'valid', continues: true },
          signatures: [
            {
              ...{ field: 'detached', kind: 'signature', verdict: 'valid', reasons: [] },
              coversWholeFile: true,
              certificate: 'a'.repeat(64),
              timestampTime: null,
            },
          ],
        },
      }),
  }
  await office.startNode()
  await syncAll(secretary)
  await must(secretary, 'ballot', ID, 'ballot.draft', {
    ...{ question: 'Thông qua?', explanation: '', chair: leader.post, members: [leader.post], days: 2 },
  })
  await must(secretary, 'ballot', ID, 'ballot.send')
  await syncAll(secretary)
  await office.node.settled()
  await syncAll(leader)
  await answer(leader, 'yes')
  await syncAll(leader)
  await office.node.settled()
  await syncAll(leader)
  const [slip] = await leader.desk.readers.office.meetings.slipsOf([ID])
  expect(slip).toMatchObject({ answer: null, rejected: { findings: ['certificate-unregistered'] } })
  expect(await workOf(leader)).toEqual(['ballot'])
})

test('an answer that was stamped in time and comes after the deadline is proven, on every desk and in the file', async () => {
  office = await SyncOffice.open()
  const secretary = await office.desk('drafter')
  const [leader, head] = [await office.desk('leader'), await office.desk('unit-head')]
  const members = [leader, head]
  const authority = await authorityOf('Sở Thử', office.clock.now(), office.clock.now)
  await office.stopNode()
  office.foreign = ownFiles(authority)
  await office.startNode()
  const signers = new Map<TestDesk, Signer>()
  for (const desk of members) signers.set(desk, await registered(desk, authority))
  await syncAll(secretary)
  await must(secretary, 'ballot', ID, 'ballot.draft', {
    ...{ question: 'Thông qua?', explanation: '', chair: leader.post, days: 2 },
    members: members.map(({ post }) => post),
  })
  await must(secretary, 'ballot', ID, 'ballot.send')
  await syncAll(secretary)
  await office.node.settled()
  await syncAll(...members)
  for (const desk of members) {
    desk.weather = 'down'
    const { post, person } = desk.desk
    const at = instantFrom(office.clock.now())
    const said = { choice: 'no', reasons: 'Chưa rõ nguồn', post, person, at } as const
    const service = desk === head ? aTimestampAuthority(authority) : undefined
    const signed = await signedWith(
      signers.get(desk)!,
      statementOfBallot(await ballotAt(desk), said),
      service,
    )
    await must(desk, 'ballot-slip', slipIdOf(ID, post), 'ballot-slip.answer', { signed })
  }
  office.clock.pass(4 * DAY_MS)
  for (const desk of members) desk.weather = 'up'
  await syncAll(...members)
  await office.node.settled()
  await syncAll(secretary)
  await must(secretary, 'ballot', ID, 'ballot.close')
  await syncAll(secretary)
  await office.node.settled()
  await syncAll(secretary, ...members)

  for (const desk of [secretary, ...members]) {
    const slips = await desk.desk.readers.office.meetings.slipsOf([ID])
    const of = (member: TestDesk) => slips.find((one) => one.member === member.post)?.answer
    expect(of(head)).toMatchObject({ isLate: false, isProven: true })
    expect(of(leader)).toMatchObject({ isLate: false, isClaimed: true })
    expect((await ballotAt(desk)).result?.tally).toMatchObject({ no: 2, deemed: 0 })
    await expectSettled(desk)
  }
  const slips = members.map(async ({ post }) => {
    return (await office.workspace.state({ kind: 'ballot-slip', id: slipIdOf(ID, post) })) as Slip
  })
  const question = questionOfBallot(await ballotAt(secretary), await Promise.all(slips), [])
  const file = answersFile.parse({
    ...{ format: 'congso-answers', version: 1, workspace: OFFICE, agency: 'Sở Thử' },
    ...{ madeAt: instantFrom(office.clock.now()), questions: [question] },
  })
  const report = await verifyAnswers(file, {
    trust: [authority.rootCertificate],
    intermediates: [authority.issuingCertificate],
    crypto: webSignatureCrypto(globalThis.crypto.subtle),
    now: new Date(office.clock.now()),
  })
  expect(report.questions).toMatchObject([{ proven: 1, signed: 2, problems: [] }])
})

/** A key of this person, whose certificate stands with the post. */
async function registered({ desk, post }: TestDesk, authority: PracticeAuthority): Promise<Signer> {
  const signer = await aSigner(authority, { commonName: desk.person })
  const { person, name, title, unit, roles } = (await office.workspace.state({
    kind: 'post',
    id: post,
  })) as Post
  const payload = { person, name, title, unit, roles, certificate: sha256Hex(signer.certificate) }
  await office.workspace.act([{ aggregate: { kind: 'post', id: post }, type: 'post.appoint', payload }])
  return signer
}
