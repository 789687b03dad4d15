import fc from 'fast-check'
import { expect, it } from 'vitest'
import { configured } from '../../../../../shared/domain/configuration/effective.ts'
import {
  changesNothing,
  previewOf,
  type PreviewSubjects,
} from '../../../../../shared/domain/configuration/preview.ts'
import { profileSettings, type AgencySettings } from '../../../../../shared/domain/configuration/settings.ts'
import { someSettings } from '../../../../builders/some-settings.ts'

const TODAY = '2026-11-16'
const frame = {
  agency: { abbreviation: 'SNV' },
  units: [{ id: 'u', name: 'Phòng Tổ chức, biên chế', abbreviation: 'TCBC' }],
  now: '2026-11-16T03:00:00.000Z',
  today: TODAY,
}
const none: PreviewSubjects = { deadlines: [], owed: [], books: [] }
const preview = (change: Partial<AgencySettings>, subjects: Partial<PreviewSubjects> = {}, from = TODAY) =>
  previewOf(
    configured(undefined, undefined),
    { settings: { ...profileSettings, ...change }, from },
    { ...none, ...subjects },
    frame,
  )

it('tells the days that change, and the work whose deadline stands otherwise', () => {
  const work = (deadline: string) => ({ deadline, urgency: 'normal' as const })
  const seen = preview(
    { holidays: ['2026-11-18', '2026-11-19'], makeUpDays: ['2026-11-21'] },
    { deadlines: [work('2026-11-18'), work('2026-11-20'), work('2026-12-30'), work('2026-11-10')] },
  )
  expect(seen.days).toEqual([
    { date: '2026-11-18', isWorked: false },
    { date: '2026-11-19', isWorked: false },
    { date: '2026-11-21', isWorked: true },
  ])
  expect(seen.standings).toEqual([{ was: 'inTime', becomes: 'soon', count: 1 }])
  expect(seen.onDaysOff).toBe(1)
})

it('tells the acts that come due earlier, and those that would be late already', () => {
  const since = (at: string) => ({ act: 'register' as const, since: at, urgency: 'normal' as const })
  const seen = preview(
    { limits: { ...profileSettings.limits, register: { normal: 60, marked: null } } },
    { owed: [since('2026-11-16T00:30:00.000Z'), since('2026-11-16T02:30:00.000Z')] },
  )
  expect(seen.limits).toEqual([{ act: 'register', mark: 'normal', was: null, becomes: 60 }])
  expect(seen.owed).toEqual({ earlier: 2, later: 0, late: 1 })
})

it('tells which kinds go to which book, and which symbols change', () => {
  const book = {
    id: 'b',
    name: 'Sổ đăng ký văn bản đi 2026',
    year: 2026,
    direction: 'outgoing',
    kinds: [],
    last: 7,
  } as const
  const seen = preview(
    {
      series: [
        { id: 'di', name: 'Sổ đăng ký văn bản đi', direction: 'outgoing', kinds: ['Công văn'] },
        { id: 'qd', name: 'Sổ quyết định', direction: 'outgoing', kinds: ['Quyết định'] },
      ],
      unitAbbreviations: { u: 'TCCB' },
    },
    { books: [book] },
  )
  expect(seen.series).toEqual([
    { direction: 'outgoing', kind: 'Công văn', was: null, becomes: 'Sổ đăng ký văn bản đi' },
    { direction: 'outgoing', kind: 'Quyết định', was: null, becomes: 'Sổ quyết định' },
  ])
  expect(seen.books).toEqual([{ name: book.name, next: 8, was: [], becomes: ['Công văn'] }])
  expect(seen.symbols).toEqual([{ unit: 'Phòng Tổ chức, biên chế', was: 'SNV-TCBC', becomes: 'SNV-TCCB' }])
})

it('says nothing for settings that are those in force', () => {
  fc.assert(
    fc.property(someSettings, (settings) => {
      const version = { number: 1, from: TODAY, reason: '', restores: null, settings, at: '', by: NOBODY }
      const of = configured({ id: 'agency', versions: [version], draft: null, saved: 1 }, undefined)
      expect(changesNothing(previewOf(of, { settings, from: TODAY }, none, frame))).toBe(true)
    }),
  )
})

const NOBODY = { person: '', post: '' }
