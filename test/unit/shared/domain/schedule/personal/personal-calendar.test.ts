import { beforeEach, describe, expect, it } from 'vitest'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import {
  MOST_ENTRIES,
  personalCalendarDecider,
  type PersonalCalendar,
} from '#shared/domain/schedule/personal/personal-calendar-decider.ts'
import { anAppointment } from '../../../../../builders/an-appointment.ts'
import { LawOffice, lawfully, people, ruleOf } from '../../law/cases/office.ts'

const { drafter, head } = people
let office: LawOffice
beforeEach(() => {
  office = new LawOffice()
})

const act = (who: typeof drafter, verb: string, payload: object, owner: string = drafter.person) =>
  office.world.act(who, 'personal-calendar', owner, `personal-calendar.${verb}`, { owner, ...payload })
const keep = (who: typeof drafter, ...entries: readonly CalendarEntry[]) => act(who, 'keep', { entries })
const calendar = (): PersonalCalendar =>
  office.world.look('personal-calendar', drafter.person) as PersonalCalendar

describe('a personal calendar', () => {
  it('is written by its own person alone, and seen by nobody else', () => {
    lawfully(keep(drafter, anAppointment('a')))
    expect(ruleOf(keep(head, anAppointment('b')))).toBe('own-calendar-only')
    expect(ruleOf(act(head, 'remove', { uids: ['a'] }))).toBe('own-calendar-only')
    expect(Object.keys(calendar().entries)).toEqual(['a'])
    expect(personalCalendarDecider.audienceOf(calendar())).toEqual([`person:${drafter.person}`])
  })

  it('is nobody’s when it is kept under the id of somebody else', () => {
    const payload = { owner: head.person, entries: [anAppointment('a')] }
    const [event] = [{ type: 'kept', at: '', by: { person: '', post: '' }, ...payload } as const]
    expect(personalCalendarDecider.evolve(undefined, event, drafter.person).entries).toEqual({})
    lawfully(keep(drafter, anAppointment('b')))
    expect(
      ruleOf(
        office.world.act(head, 'personal-calendar', people.leader.person, 'personal-calendar.keep', payload),
      ),
    ).toBe('own-calendar-only')
    expect(
      ruleOf(office.world.act(head, 'personal-calendar', drafter.person, 'personal-calendar.keep', payload)),
    ).toBe('own-calendar-only')
    expect(Object.keys(calendar().entries)).toEqual(['b'])
  })

  it('keeps one entry for each UID, whatever it is called', () => {
    lawfully(keep(drafter, anAppointment('a'), anAppointment('__proto__')))
    lawfully(keep(drafter, anAppointment('a', { summary: 'Họp chi bộ' })))
    expect(Object.keys(calendar().entries)).toEqual(['a', '__proto__'])
    expect(JSON.stringify(calendar().entries['a'])).toContain('Họp chi bộ')
    lawfully(act(drafter, 'remove', { uids: ['a', 'unknown'] }))
    expect(Object.keys(calendar().entries)).toEqual(['__proto__'])
  })

  it('takes no words with a secrecy mark, and so many entries only', () => {
    expect(ruleOf(keep(drafter, anAppointment('a', { summary: 'TỐI MẬT' })))).toBe('secret-refused')
    for (let first = 0; first < MOST_ENTRIES; first += 200)
      lawfully(
        keep(drafter, ...Array.from({ length: 200 }, (_, at) => anAppointment(`u${String(first + at)}`))),
      )
    expect(ruleOf(keep(drafter, anAppointment('one more')))).toBe('own-calendar-full')
    expect(ruleOf(keep(drafter, anAppointment('u1', { summary: 'Khác' })))).toBeNull()
  })

  it('takes so many characters only, and what is too large already may become smaller', () => {
    const long = (uid: string, units: number) => anAppointment(uid, { summary: 'x'.repeat(units) })
    const size = 49_000
    for (let first = 0; first < 100; first += 50)
      lawfully(keep(drafter, ...Array.from({ length: 50 }, (_, at) => long(`u${String(first + at)}`, size))))
    lawfully(keep(drafter, long('more', size)))
    expect(ruleOf(keep(drafter, long('last', size)))).toBe('own-calendar-too-large')
    expect(ruleOf(keep(drafter, long('last', 100)))).toBeNull()
    expect(ruleOf(keep(drafter, long('u1', 100)))).toBeNull()
  })

  it('takes events of one UID and clocks, nothing else, and of bounded size', () => {
    const parse = (entry: object): unknown =>
      personalCalendarDecider.parse('personal-calendar.keep', { owner: 'p', entries: [entry] })
    const entry = anAppointment('a')
    expect(parse(entry)).toBeDefined()
    const bad: readonly object[] = [
      { ...entry, uid: 'b' },
      { ...entry, components: [] },
      { ...entry, components: [['vtodo', [['uid', {}, 'text', 'a']], []]] },
      { ...entry, components: [['vevent', [['uid', {}, 'text']], []]] },
      { ...entry, components: [['vevent', [['uid', {}, 'text', 'a'], 'x'], []]] },
      {
        ...entry,
        components: [...entry.components, ['vtimezone', [['x', {}, 'text', 'y'.repeat(100_000)]], []]],
      },
    ]
    for (const one of bad) expect(() => parse(one)).toThrow()
  })
})
