import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '../../../../../shared/domain/calendar/days.ts'
import { isWorkingDay } from '../../../../../shared/domain/calendar/working-calendar.ts'
import type { Configuration } from '../../../../../shared/domain/configuration/configuration.ts'
import {
  configuredSeen,
  settingsOn,
  workingCalendarOn,
} from '../../../../../shared/domain/configuration/effective.ts'
import { whyNotLawful } from '../../../../../shared/domain/configuration/lawful-settings.ts'
import { changesNothing, previewOf } from '../../../../../shared/domain/configuration/preview.ts'
import { profileSettings, type AgencySettings } from '../../../../../shared/domain/configuration/settings.ts'
import { someSettings } from '../../../../builders/some-settings.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const administrator = anActor('administrator', 'administrator')
const clerk = anActor('clerk', 'clerk')
/** Those that flows may name. */
const posts = [
  anActor('checker', 'form-checker'),
  anActor('drafter', 'drafter', 'form-checker'),
  anActor('leader', 'leader'),
  anActor('director', 'leader'),
]
const TODAY = '2026-11-16'
const reason = 'Thông báo nghỉ Tết 2027'

let world: DeskWorld
beforeEach(() => {
  world = new DeskWorld()
})
const act = (verb: string, payload: object, who = administrator) =>
  world.act(who, 'configuration', 'agency', `configuration.${verb}`, payload)
const refusal = (verb: string, payload: object, who = administrator) =>
  world.refusalOf(who, 'configuration', 'agency', `configuration.${verb}`, payload).rule
const state = () => world.look('configuration', 'agency') as Configuration | undefined
const publish = (settings: AgencySettings, from = TODAY): void => {
  const basedOn = state()?.versions.length ?? 0
  const must = (verb: string, payload: object): void =>
    world.must(administrator, 'configuration', 'agency', `configuration.${verb}`, payload)
  must('draft', { basedOn, settings })
  must('publish', { draft: state()?.draft?.number, from, reason })
}
const withHolidays = (...holidays: string[]): AgencySettings => ({ ...profileSettings, holidays })

describe('the configuration of an agency', () => {
  it('numbers its versions and keeps who, when, from which day and why', () => {
    publish(withHolidays('2027-02-08'))
    publish(withHolidays('2027-02-08', '2027-02-09'), '2027-01-01')
    expect(state()?.versions).toMatchObject([
      { number: 1, from: TODAY, reason, restores: null, by: { post: 'administrator' }, at: world.at },
      { number: 2, from: '2027-01-01' },
    ])
    expect(state()?.draft).toBeNull()
  })

  it('holds from its day on, and each day is judged by the version of that day', () => {
    publish(withHolidays('2026-12-31', '2027-02-08'))
    publish(withHolidays('2027-02-09'), '2027-01-01')
    const calendar = workingCalendarOn(configuredSeen(world.look), TODAY)
    expect(isWorkingDay(calendar, '2026-12-31')).toBe(false)
    expect(isWorkingDay(calendar, '2027-02-08')).toBe(true)
    expect(isWorkingDay(calendar, '2027-02-09')).toBe(false)
  })

  it('restores an old version as a new one and rewrites none', () => {
    publish(withHolidays('2027-02-08'))
    publish(withHolidays('2027-02-10'))
    const before = state()?.versions
    act('restore', { version: 1, basedOn: 2, from: TODAY, reason: 'Nhầm ngày' })
    expect(state()?.versions.slice(0, 2)).toEqual(before)
    expect(state()?.versions[2]).toMatchObject({ number: 3, restores: 1, settings: before?.[0]?.settings })
  })

  it('publishes only what was looked at, with a reason, for no day that is over', () => {
    act('draft', { basedOn: 0, settings: profileSettings })
    act('draft', { basedOn: 0, settings: withHolidays('2027-02-08') })
    expect(refusal('publish', { draft: 1, from: TODAY, reason })).toBe('configuration-changed')
    expect(refusal('publish', { draft: 2, from: TODAY, reason: ' ' })).toBe('reason-missing')
    expect(refusal('publish', { draft: 2, from: '2026-11-15', reason })).toBe('configuration-from-past')
    act('publish', { draft: 2, from: TODAY, reason })
    expect(refusal('draft', { basedOn: 0, settings: profileSettings })).toBe('configuration-changed')
    expect(refusal('restore', { version: 9, basedOn: 1, from: TODAY, reason })).toBe('unknown-object')
  })

  it('is set by the administrator alone', () => {
    expect(refusal('draft', { basedOn: 0, settings: profileSettings }, clerk)).toBe('administrator-only')
  })

  it('keeps a draft over a restoration, but does not publish it before it was saved again', () => {
    publish(withHolidays('2027-02-08'))
    act('draft', { basedOn: 1, settings: withHolidays('2027-02-09') })
    act('restore', { version: 1, basedOn: 1, from: TODAY, reason })
    expect(refusal('publish', { draft: state()?.draft?.number, from: TODAY, reason })).toBe(
      'configuration-changed',
    )
    act('dropDraft', { draft: state()?.draft?.number })
    expect(state()?.draft).toBeNull()
  })

  it('goes on from the calendar that was set before there were versions', () => {
    const settings = { holidays: ['2026-11-20', '2027-02-08'], makeUpDays: ['2026-11-21'], hours: [] }
    world.must(administrator, 'calendar', 'working', 'calendar.set', settings)
    expect(settingsOn(configuredSeen(world.look), TODAY)).toMatchObject({
      holidays: settings.holidays,
      hours: profileSettings.hours,
    })
    publish(withHolidays('2027-02-09'), '2027-01-01')
    const calendar = workingCalendarOn(configuredSeen(world.look), TODAY)
    expect(isWorkingDay(calendar, '2026-11-20')).toBe(false)
    expect(isWorkingDay(calendar, '2026-11-21')).toBe(true)
    expect(isWorkingDay(calendar, '2027-02-08')).toBe(true)
    expect(world.refusalOf(administrator, 'calendar', 'working', 'calendar.set', settings).rule).toBe(
      'calendar-by-version',
    )
  })

  it('refuses a calendar that cannot be counted by', () => {
    const draft = (change: Partial<AgencySettings>) =>
      refusal('draft', { basedOn: 0, settings: { ...profileSettings, ...change } })
    const long = Array.from({ length: 40 }, (_, ahead) => addDays('2027-02-01', ahead))
    expect(draft({ holidays: long })).toBe('days-off-endless')
    expect(draft({ holidays: ['2027-02-08'], makeUpDays: ['2027-02-08'] })).toBe('day-off-and-worked')
    expect(draft({ hours: [{ from: 480, to: 420 }] })).toBe('hours-reversed')
    expect(draft({ hours: [{ from: 420, to: 690 }, { from: 600, to: 1020 }] })).toBe('hours-reversed') // prettier-ignore
    expect(
      draft({ series: [{ id: 'm', name: 'Sổ văn bản mật đi', direction: 'outgoing', kinds: [] }] }),
    ).toBe('secret-register')
  })

  it('comes back to what it was: publish one, publish another, restore the first', () => {
    fc.assert(
      fc.property(someSettings, someSettings, fc.integer({ min: 0, max: 400 }), (one, other, ahead) => {
        fc.pre(whyNotLawful(one) === undefined && whyNotLawful(other) === undefined)
        world = new DeskWorld()
        for (const post of posts)
          world.must(anActor('node', 'node'), 'post', post.post, 'post.appoint', {
            ...{ person: post.person, name: post.name, title: '', unit: 'unit-1' },
            ...{ roles: post.roles, certificate: null },
          })
        world.at = '2026-12-31T20:00:00.000Z'
        const from = '2027-01-01'
        publish(one, from)
        const first = configuredSeen(world.look)
        publish(other, from)
        act('restore', { version: 1, basedOn: 2, from, reason })
        const restored = configuredSeen(world.look)
        const day = addDays(from, ahead)
        expect(settingsOn(restored, day)).toEqual(settingsOn(first, day))
        expect(workingCalendarOn(restored, day)).toEqual(workingCalendarOn(first, day))
        const nothing = { deadlines: [], owed: [], books: [] }
        const frame = { agency: { abbreviation: 'SNV' }, units: [], now: world.at, today: from }
        expect(changesNothing(previewOf(first, { settings: one, from }, nothing, frame))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
