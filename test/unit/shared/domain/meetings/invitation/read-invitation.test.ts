import { describe, expect, it } from 'vitest'
import {
  readInvitation,
  SURE,
  unsure,
  type Found,
  type Invitation,
} from '../../../../../../shared/domain/meetings/invitation/read-invitation.ts'
import { gold, ISSUED_ON, type GoldInvitation } from './gold.ts'

const fields = ['title', 'from', 'until', 'place', 'chair', 'people'] as const
type Field = (typeof fields)[number]

const localTime = (instant: string): string =>
  new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const readOf = ({ text, subject }: GoldInvitation) => readInvitation([text], { subject, issuedOn: ISSUED_ON })

function valueOf(one: GoldInvitation, field: Field): string | undefined {
  const found: Found<string> | null = readOf(one)[field]
  if (found === null) return undefined
  return field === 'from' || field === 'until' ? localTime(found.value) : found.value
}

function isRight(field: Field, read: string, told: string): boolean {
  return field === 'people' ? read.includes(told) : read === told
}

function measured(field: Field): { precision: number; recall: number; wrong: readonly string[] } {
  const rows = gold.map((one) => ({ one, read: valueOf(one, field), told: one[field] }))
  const hits = rows.filter(
    ({ read, told }) => read !== undefined && told !== undefined && isRight(field, read, told),
  ).length
  // A title, a place, a list of people that is read though the gold set leaves it open is not judged; an hour is.
  const isTime = field === 'from' || field === 'until'
  const judged = rows.filter(({ read, told }) => read !== undefined && (told !== undefined || isTime))
  const told = rows.filter((row) => row.told !== undefined).length
  const wrong = rows.flatMap(({ one, read, told: expected }) =>
    expected !== undefined && (read === undefined || !isRight(field, read, expected))
      ? [`${one.subject}: ${read ?? '–'} ≠ ${expected}`]
      : [],
  )
  return { precision: hits / judged.length, recall: hits / told, wrong }
}

describe('readInvitation on the gold set', () => {
  it('has enough of varied texts', () => {
    expect(gold.length).toBeGreaterThanOrEqual(60)
    expect(new Set(gold.map(({ text }) => text)).size).toBe(gold.length)
  })

  it.each(fields)('reads %s', (field) => {
    const { precision, recall, wrong } = measured(field)
    expect({ precision: precision >= 0.97, recall: recall >= 0.95, wrong }).toMatchObject({
      precision: true,
      recall: true,
      wrong: field === 'from' ? [] : wrong,
    })
  })

  it('is not sure of an hour that it reads wrong', () => {
    const sureAndWrong = gold.filter((one) => {
      const { from } = readOf(one)
      return from !== null && from.confidence >= SURE && localTime(from.value) !== one.from
    })
    expect(sureAndWrong).toEqual([])
  })
})

describe('readInvitation', () => {
  const letter = { subject: 'Họp giao ban', issuedOn: ISSUED_ON }

  it('says where each value stands', () => {
    const read = readInvitation(
      ['GIẤY MỜI', 'Thời gian: 14 giờ 00 ngày 26/11/2026\nĐịa điểm: Phòng họp số 1'],
      letter,
    )
    expect(read.from).toMatchObject({ page: 2, quote: 'Thời gian: 14 giờ 00 ngày 26/11/2026' })
    expect(read.place).toMatchObject({ page: 2, value: 'Phòng họp số 1' })
    expect(read.title).toMatchObject({ page: null, quote: 'Họp giao ban' })
  })

  it('doubts a weekday that is not that of the day, a day before the letter, and an hour of the night', () => {
    const confidence = (words: string): number | undefined =>
      readInvitation([`Thời gian: ${words}`], letter).from?.confidence
    expect(confidence('8h00 thứ Sáu ngày 26/11/2026')).toBeLessThan(SURE)
    expect(confidence('8h00 ngày 12/11/2026')).toBeLessThan(SURE)
    expect(confidence('3 giờ ngày 26/11/2026')).toBeLessThan(SURE)
    expect(confidence('8h00 thứ Năm ngày 26/11/2026')).toBeGreaterThan(SURE)
  })

  it('is sure of nothing that was recognised on a picture, and says the same otherwise', () => {
    for (const { text, subject } of gold) {
      const read = readInvitation([text], { subject, issuedOn: ISSUED_ON })
      const values = Object.entries(read) as [keyof Invitation, Found<unknown> | null][]
      for (const [name, value] of values) {
        const found: Found<unknown> | null = unsure(read)[name]
        expect(found?.confidence ?? 0).toBeLessThan(SURE)
        expect(found && { ...found, confidence: 1 }).toEqual(value && { ...value, confidence: 1 })
      }
    }
  })

  it('reads nothing out of nothing', () => {
    expect(readInvitation([], { subject: '', issuedOn: ISSUED_ON })).toEqual({
      title: null,
      from: null,
      until: null,
      place: null,
      callUrl: null,
      chair: null,
      people: null,
      requirements: null,
    })
  })

  it('reads what is asked of those invited, and the way in from afar', () => {
    const read = readInvitation(
      [
        'Thời gian: 8h ngày 26/11/2026\nĐịa điểm: Trực tuyến, https://hop.example/p1.\nĐề nghị các đơn vị chuẩn bị báo cáo.\nNơi nhận:\n- Như trên.',
      ],
      letter,
    )
    expect(read.requirements?.value).toBe('Đề nghị các đơn vị chuẩn bị báo cáo')
    expect(read.callUrl?.value).toBe('https://hop.example/p1')
  })

  it('reads the first pages only, and no more of a section than anybody writes', () => {
    const when = 'Thời gian: 8h ngày 26/11/2026'
    expect(readInvitation(['x'.repeat(39_000), when], letter).from).toMatchObject({ page: 2 })
    expect(readInvitation(['x'.repeat(40_000), when], letter).from).toBeNull()
    const place = readInvitation([`Địa điểm: Phòng họp${' x.'.repeat(10_000)}`], letter).place
    expect(place?.quote).toHaveLength(8000)
  })

  it('gives a time up after many that are none', () => {
    const after = (times: number): unknown =>
      readInvitation([`${'Lúc 8 giờ 30/2 \n'.repeat(times)}Lúc 8 giờ ngày 26/11/2026`], letter).from
    expect(after(10)).not.toBeNull()
    expect(after(60)).toBeNull()
  })

  it('takes what ends a sentence from a place, however much of it there is', () => {
    const placed = (ending: string): string | undefined =>
      readInvitation([`Địa điểm: - Phòng họp số 1${ending}`], letter).place?.value
    expect(placed(' .;,:/')).toBe('Phòng họp số 1')
    expect(placed(`${'.'.repeat(7000)}x`)?.length).toBe(4000)
  })

  it('comes to an end on a text made to keep it busy', () => {
    const long = `Thời gian: ${'8h ngày '.repeat(3000)}\n${'Tới dự '.repeat(3000)}`
    expect(readInvitation([long], letter).from).toBeNull()
  })
})
