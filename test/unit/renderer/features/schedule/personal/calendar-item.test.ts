import { expect, it } from 'vitest'
import { itemOf } from '../../../../../../renderer/features/schedule/personal/calendar-item.ts'
import { occurrencesIn } from '../../../../../../shared/exchange/calendar/personal/personal-occurrences.ts'
import { anAppointment } from '../../../../../builders/an-appointment.ts'

const DAY_MS = 86_400_000
const source = { id: 's', name: 'Lịch khác', mark: 0, isBusy: true }

function shown(summary: string, place: string) {
  const entry = anAppointment('dài', { summary, more: [['location', {}, 'text', place]] })
  const { occurrences } = occurrencesIn([entry], { fromMs: 0, toMs: 2_000_000 * DAY_MS })
  return occurrences.map((one) => itemOf(one, source))
}

it('a card says in short what it is, however much others wrote: a week of such cards is laid out at once', () => {
  const [item] = shown('Họp '.repeat(10_000), '😀'.repeat(10_000))
  expect(item?.title).toMatch(/^(Họp )+…$/)
  expect(item?.title.length).toBeLessThan(400)
  expect(item?.place).toMatch(/^(😀)+…$/u)
  expect(item?.place.length).toBeLessThan(400)
  expect(shown('Họp tổ', 'Phòng 2')[0]).toMatchObject({ title: 'Họp tổ', place: 'Phòng 2' })
})
