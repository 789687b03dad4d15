import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ownEntries, ownPrefix } from '../../../../backbone/caldav/own-entries.ts'
import type { Meeting } from '../../../../shared/domain/meetings/meeting.ts'
import { componentsOf, propertiesOf, textOf } from '../../../../shared/exchange/calendar/jcal.ts'
import { writeCalendar } from '../../../../shared/exchange/calendar/write-calendar.ts'
import { callDetailsOf, MeetingRoom } from '../../../builders/a-meeting.ts'
import { anAppointment } from '../../../builders/an-appointment.ts'
import { anAgency } from '../../../builders/backbone.ts'
import { anActor } from '../../../builders/desk-world.ts'
import { LawOffice } from '../../shared/domain/law/cases/office.ts'

const { agency } = anAgency('so-a')
const owner = { workspace: 'so-a', person: 'an' }
const entriesOf = (entries: readonly ReturnType<typeof anAppointment>[], meetings: readonly Meeting[] = []) =>
  ownEntries({ owner, agency, entries, meetings })

it('whatever the UIDs are, each event is one object under a name of its owner, without a method', () => {
  const uids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), { maxLength: 12 })
  fc.assert(
    fc.property(uids, (all) => {
      const wanted = entriesOf(all.map((uid) => anAppointment(uid)))
      expect(new Set(wanted.map(({ name }) => name)).size).toBe(all.length)
      for (const [index, { name, calendar }] of wanted.entries()) {
        expect(name).toMatch(/^congso-[0-9a-f]{12}-[0-9a-f]{32}\.ics$/)
        expect(name.startsWith(ownPrefix(owner))).toBe(true)
        const events = componentsOf(calendar, 'vevent')
        expect(events.map((one) => textOf(one, 'uid'))).toEqual([all[index]])
        expect(textOf(calendar, 'method')).toBeUndefined()
      }
    }),
  )
})

it('two people, and one person in two agencies, have no name in common', () => {
  const prefixes = [owner, { ...owner, person: 'bình' }, { ...owner, workspace: 'so-b' }].map(ownPrefix)
  expect(new Set(prefixes).size).toBe(3)
  expect(ownPrefix({ workspace: 'a', person: 'b c' })).not.toBe(ownPrefix({ workspace: 'a b', person: 'c' }))
})

it('no server schedules for whoever lays an entry there, and nothing else of it changes', () => {
  const guest = anAppointment('g', {
    more: [
      ['organizer', { cn: 'An' }, 'cal-address', 'mailto:an@so.example'],
      ['attendee', { rsvp: 'TRUE' }, 'cal-address', 'mailto:b@x.example'],
      ['x-room', { 'x-floor': '2' }, 'unknown', '12'],
      ['class', {}, 'text', 'PRIVATE'],
    ],
  })
  const [entry] = entriesOf([guest])
  const [event] = componentsOf(entry!.calendar, 'vevent')
  for (const name of ['organizer', 'attendee'])
    expect(propertiesOf(event!, name).map(([, parameters]) => parameters['schedule-agent'])).toEqual([
      'CLIENT',
    ])
  expect(propertiesOf(event!, 'x-room')).toEqual([['x-room', { 'x-floor': '2' }, 'unknown', '12']])
  expect(propertiesOf(event!, 'class')).toEqual([['class', {}, 'text', 'PRIVATE']])
})

it('a meeting tells no one who is called to it, and stands in the place of a file of it', () => {
  const office = new LawOffice()
  office.appoint(anActor('secretary', 'drafter'))
  const room = new MeetingRoom(office.world)
  room.called(callDetailsOf({ outsiders: [{ name: 'Khách', agency: '', address: 'khach@x.example' }] }))
  const meeting = room.world.look('meeting', 'm1') as Meeting
  const [told] = entriesOf([], [meeting])
  const text = Buffer.from(writeCalendar(told!.calendar)).toString()
  expect(text).toMatch(/SUMMARY:Họp giao ban tháng 11/)
  expect(text).toMatch(/CLASS:PRIVATE/)
  expect(text).not.toMatch(/ATTENDEE|ORGANIZER|METHOD|khach@/)
  const uid = textOf(componentsOf(told!.calendar, 'vevent')[0]!, 'uid')!
  expect(entriesOf([anAppointment(uid)], [meeting])).toEqual([told])
})
