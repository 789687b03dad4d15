import { beforeEach, expect, test } from 'vitest'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { LetterContent } from '#shared/domain/correspondence/letter.ts'
import type { Actor } from '#shared/domain/decision.ts'
import { DeviationRule } from '#shared/exchange/edxml/deviations.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import { anIncomingLetter } from '../../../../builders/an-incoming-letter.ts'
import { callDetailsOf } from '../../../../builders/a-meeting.ts'
import { LawOffice, lawfully, people } from '../law/cases/office.ts'

const elsewhere = { agency: 'Sở Tài chính', chair: '', people: '' }
const sender = (anIncomingLetter('x').payload as { content: LetterContent }).content.from
const moved = {
  kind: 'changed',
  details: { from: '2026-11-24T07:00:00.000Z', until: '2026-11-24T09:00:00.000Z', place: 'Phòng 2' },
}

const invited = [
  { post: 'head', part: 'member' },
  { post: 'clerk', part: 'invited' },
] as const

let office: LawOffice
beforeEach(() => {
  office = new LawOffice()
  office.presented()
  lawfully(office.direct())
  const details = callDetailsOf({
    letter: 'l1',
    chair: 'head',
    members: [{ post: 'head', part: 'member' }],
    quorum: null,
  })
  lawfully(office.world.act(people.leader, 'meeting', 'l1', 'meeting.attend', { details, elsewhere }))
})
function arrives(id: string, content: Partial<LetterContent> = {}, verdict = 'valid'): void {
  office.arrived({ documentId: `doc-${id}`, from: sender, ...content }, verdict, id)
}
const act = (actor: Actor, letter: string, change: unknown = moved): string => {
  const decision = office.world.act(actor, 'meeting', 'l1', 'meeting.followLetter', { letter, change })
  return decision.kind === 'refused' ? decision.refusal.rule : decision.kind
}
const meeting = (): Meeting => office.world.look('meeting', 'l1') as Meeting
/** Whoever goes and may see every letter that comes. */
const goer = { ...people.leader, roles: ['leader', 'clerk'] as const }

test('a later letter of who invited moves the meeting, tells what changed, and again changes nothing', () => {
  arrives('l2', { issuedOn: '2026-11-18' })
  expect(act(goer, 'l2')).toBe('events')
  expect(meeting()).toMatchObject({
    from: moved.details.from,
    place: 'Phòng 2',
    followed: [{ letter: 'l2' }],
  })
  expect(meeting().changes.at(-1)?.names).toEqual(['from', 'until', 'place'])
  expect(act(goer, 'l2')).toBe('events')
  expect(meeting().changes).toHaveLength(1)
})

test('calls it off, with its words', () => {
  arrives('l2', { issuedOn: '2026-11-18' })
  expect(act(goer, 'l2', { kind: 'off', reason: 'Bão số 9' })).toBe('events')
  expect(meeting()).toMatchObject({ status: 'cancelled', cancelled: { reason: 'Bão số 9' } })
})

test('is not taken from another sender, a forgery, an older letter, nor by who goes elsewhere or does not see it', () => {
  arrives('l2', { from: { code: 'H99', name: sender.name } })
  arrives('l3', { issuedOn: '2026-11-18' }, 'invalid')
  arrives('l4', { issuedOn: '2026-01-05' })
  arrives('l5', { issuedOn: '2026-11-18' })
  expect(act(goer, 'l2')).toBe('letter-other-sender')
  expect(act(goer, 'l3')).toBe('verdict-invalid')
  expect(act(goer, 'l4')).toBe('letter-older')
  expect(act(people.clerk, 'l5')).toBe('meeting-secretary-only')
  expect(act(people.head, 'l5')).toBe('unknown-object')
  expect(act(goer, 'l1')).toBe('unknown-object')
  expect(meeting().changes).toEqual([])
})

test('is not taken up by who is only called, nor moved by a letter whose sender nothing proves', () => {
  const details = { ...callDetailsOf({ letter: 'l1', chair: 'head', quorum: null }), members: invited }
  lawfully(office.world.act(people.leader, 'meeting', 'l1', 'meeting.change', details))
  arrives('l2', { issuedOn: '2026-11-18' })
  expect(act(people.clerk, 'l2')).toBe('meeting-secretary-only')
  expect(act(people.clerk, 'l2', { kind: 'off', reason: 'x' })).toBe('meeting-secretary-only')
  arrives('l3', { issuedOn: '2026-11-18', deviations: [DeviationRule.senderUnproven] })
  expect(act(goer, 'l3')).toBe('letter-sender-unproven')
  expect(meeting().status).toBe('called')
})

test.each(['unsigned', 'unknown', 'warning'])('an %s letter waits for the clerk', (verdict) => {
  arrives('l2', { issuedOn: '2026-11-18' }, verdict)
  expect(act(goer, 'l2')).toBe('letter-not-accepted')
  lawfully(office.letter(people.clerk, 'accept', { verdictSeen: verdict }, 'l2'))
  expect(act(goer, 'l2')).toBe('events')
})

test('dated in a day to come it is of the day it came, so that later ones still count', () => {
  arrives('l2', { issuedOn: '9999-12-31' })
  expect(act(goer, 'l2')).toBe('events')
  expect(meeting().followed).toMatchObject([{ issuedOn: localDateOf(office.world.at) }])
  arrives('l3', { issuedOn: localDateOf(office.world.at) })
  expect(act(goer, 'l3', { kind: 'changed', details: { place: 'Phòng 3' } })).toBe('events')
  expect(meeting().place).toBe('Phòng 3')
})

test('never says where one joins from afar', () => {
  arrives('l2', { issuedOn: '2026-11-18' })
  const change = { kind: 'changed', details: { callUrl: 'https://other.example/' } }
  expect(() => act(goer, 'l2', change)).toThrow()
  expect(meeting().callUrl).toBeNull()
})
