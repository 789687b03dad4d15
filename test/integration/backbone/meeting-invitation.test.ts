import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CongsoNode } from '../../../backbone/node.ts'
import type { Letter } from '../../../shared/domain/correspondence/letter.ts'
import { invitesToMeeting, isCalendarFile } from '../../../shared/domain/meetings/invitation/invites.ts'
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts'
import { invitationOf } from '../../../shared/exchange/calendar/invitation-of.ts'
import { meetingMessage, type ToldMeeting } from '../../../shared/exchange/calendar/meeting-message.ts'
import { writeCalendar } from '../../../shared/exchange/calendar/write-calendar.ts'
import { concatBytes } from '../../../shared/kernel/bytes.ts'
import type { AggregateRef } from '../../../shared/log/command.ts'
import { callDetailsOf } from '../../builders/a-meeting.ts'
import { aDesk, aNode, anAgency } from '../../builders/backbone.ts'
import { openedHere } from '../../builders/foreign-files.ts'
import { issueDocument, must } from '../../builders/issue-document.ts'

const CODE_B = '000.00.b.T99'
let node: CongsoNode
let scratch: string

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'congso-test-'))
  node = await aNode([anAgency('a'), anAgency('b')], { foreign: openedHere, scratch })
})
afterEach(async () => {
  await node.close()
  await rm(scratch, { recursive: true })
})

const told: ToldMeeting = {
  uid: 'm1@000.00.a.t99',
  sequence: 0,
  stampedAt: '2026-11-20T01:00:00.000Z',
  title: 'Họp rà soát dự toán',
  from: '2027-01-12T07:00:00.000Z',
  until: '2027-01-12T09:30:00.000Z',
  place: 'Phòng họp số 2',
  callUrl: null,
  description: '1. Dự toán năm 2027',
  organizer: { address: 'urn:vn-agency:000.00.a.t99', name: 'Sở A' },
  attendees: [{ address: 'urn:vn-agency:000.00.b.t99', name: 'Sở B' }],
}

async function issueInvitation(
  message: 'REQUEST' | 'CANCEL',
  change: Partial<ToldMeeting> = {},
): Promise<void> {
  const bytes = writeCalendar(meetingMessage(message, { ...told, ...change }))
  const file = await node.blobs.keep('a', [bytes], 'text/calendar')
  await issueDocument(node, 'a', [{ code: CODE_B, name: 'Sở B' }], {
    kind: 'giay-moi',
    fields: { symbol: 'GM-ST', subject: told.title, addressees: [], receivers: ['Sở B', 'Lưu: VT'] },
    attachments: [{ id: '6f2b3c1e-6a54-4c2e-9d3a-2f8b7c0d1e55', name: 'lich-hop.ics', file }],
  })
  await node.settled()
}

async function lettersOfB(): Promise<Letter[]> {
  const workspace = await node.workspace('b')
  const refs = await node.engine.aggregates('b', 'letter')
  return Promise.all(refs.map(async (ref) => (await workspace.state(ref)) as Letter))
}

async function bytesOf(sha256: string): Promise<Uint8Array> {
  const { person } = (await aDesk(node, 'b', 'clerk')).actor
  const stored = await node.blobs.find(await node.workspace('b'), sha256, person)
  if (stored === undefined) throw new Error('no file came')
  const parts: Uint8Array[] = []
  for await (const part of node.blobs.read('b', stored)) parts.push(part)
  return concatBytes(...parts)
}

it('a giấy mời goes to another agency with its calendar file, which is read there and taken into the meetings', async () => {
  await issueInvitation('REQUEST')
  const [letter] = await lettersOfB()
  if (letter === undefined) throw new Error('no letter came')
  expect(letter.content).toMatchObject({ typeName: 'Giấy mời', symbol: 'GM-ST' })
  expect(invitesToMeeting(letter)).toBe(true)
  const calendar = letter.files.find(isCalendarFile)
  if (calendar === undefined) throw new Error('no calendar came')
  const read = invitationOf(await bytesOf(calendar.file.sha256), calendar.name)
  expect(read).toMatchObject({
    title: { value: told.title, confidence: 1 },
    from: { value: told.from },
    until: { value: told.until },
    place: { value: told.place },
    people: { value: 'Sở B' },
  })

  const clerk = await aDesk(node, 'b', 'clerk')
  const ref: AggregateRef = { kind: 'meeting', id: letter.id }
  const members = [{ post: 'b-leader', part: 'member' as const }]
  const details = callDetailsOf({
    title: read?.title?.value ?? '',
    from: read?.from?.value ?? '',
    until: read?.until?.value ?? '',
    chair: 'b-leader',
    members,
    quorum: null,
    letter: letter.id,
  })
  const elsewhere = { agency: letter.content.from.name, chair: '', people: 'Sở B' }
  await must(node, 'b', clerk, ref, 'meeting.attend', { details, elsewhere })
  const meeting = (await (await node.workspace('b')).state(ref)) as Meeting
  expect(meeting).toMatchObject({ status: 'called', title: told.title, elsewhere })
})

it('what calls a meeting off invites to nothing', async () => {
  await issueInvitation('CANCEL', { sequence: 1 })
  const [letter] = await lettersOfB()
  const calendar = letter?.files.find(isCalendarFile)
  if (calendar === undefined) throw new Error('no calendar came')
  expect(invitationOf(await bytesOf(calendar.file.sha256), calendar.name)).toBeUndefined()
})
