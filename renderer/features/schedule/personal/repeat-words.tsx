import type { Repeat } from '#shared/domain/schedule/personal/repeat.ts'
import { isOfficeDays } from '#shared/exchange/calendar/personal/repeat-rule.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'

/** How it comes again, in words. */
export function RepeatWords({ repeat }: { readonly repeat: Repeat }) {
  const t = useT()
  const formats = useFormats()
  const { every, interval, last } = repeat
  const words =
    every === 'week' && interval === 1 && isOfficeDays(repeat)
      ? t('schedule.mine.repeats.officeDays')
      : interval === 1
        ? t(`schedule.mine.repeats.${every}`)
        : t(`schedule.mine.repeatsEach.${every}`, { count: interval })
  return (
    <span>{last === null ? words : t('schedule.mine.repeatsUntil', { words, day: formats.date(last) })}</span>
  )
}
