import type { SeriesPattern } from '#shared/domain/meetings/series/series.ts'
import type { Translate } from '../../../i18n/messages.ts'

/** How often a series comes, in words. */
export function patternWords(t: Translate, pattern: SeriesPattern): string {
  switch (pattern.kind) {
    case 'weekly':
      return t(pattern.interval === 1 ? 'series.kinds.weekly' : 'series.kinds.fortnightly')
    case 'monthDay':
      return t('series.kinds.monthDay', { day: pattern.day })
    case 'monthWeekday': {
      const weekday = String(pattern.weekday) as '0' | '1' | '2' | '3' | '4' | '5' | '6'
      return t('series.kinds.monthWeekday', {
        weekday: t(`common.weekday.long.${weekday}`),
        nth: t(`series.nth.${pattern.nth === -1 ? 'last' : pattern.nth}`),
      })
    }
  }
}
