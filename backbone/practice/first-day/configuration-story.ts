import { CONFIGURATION_ID } from '#shared/domain/configuration/configuration.ts'
import { profileSettings, type AgencySettings } from '#shared/domain/configuration/settings.ts'
import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
import type { Scene } from './scene.ts'

/** The administrator publishes what the head decided for the year: days off, two series of numbers, times for handling. */
export async function configure({ act, clock, year }: Scene): Promise<void> {
  const ref = { kind: 'configuration', id: CONFIGURATION_ID } as const
  const settings: AgencySettings = {
    ...profileSettings,
    // The days of the year's notice that no rule gives: the New Year of the lunar calendar 2026, and the day of the Hùng kings.
    holidays: [
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-04-27',
      `${year}-09-01`,
    ].filter((day) => day.startsWith(String(year))),
    series: [
      { id: 'van-ban-di', name: 'Văn bản đi', direction: 'outgoing', kinds: [] },
      { id: 'van-ban-den', name: 'Văn bản đến', direction: 'incoming', kinds: [] },
    ],
  }
  await act('administrator', ref, 'configuration.draft', { basedOn: 0, settings })
  await act('administrator', ref, 'configuration.publish', {
    draft: 1,
    from: localDateOf(instantFrom(clock.now())),
    reason: 'Theo thông báo lịch nghỉ của năm và Quy chế công tác văn thư của Sở',
  })
}
