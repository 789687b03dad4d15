import { weekdayOf } from '#shared/domain/calendar/days.ts'
import type { LineField, WeekChange } from '#shared/domain/schedule/week-changes.ts'
import { printedHours } from '#shared/domain/schedule/week-form.ts'
import { isSame, type WeekLine } from '#shared/domain/schedule/week-line.ts'
import type { Translate } from '../../../i18n/messages.ts'

type WeekdayKey = '0' | '1' | '2' | '3' | '4' | '5' | '6'

/** `sáng thứ Ba` */
export function halfDayWords(t: Translate, { day, half }: Pick<WeekLine, 'day' | 'half'>): string {
  const weekday = t(`common.weekday.inline.${String(weekdayOf(day)) as WeekdayKey}`)
  return t(`schedule.halfOfDay.${half}`, { weekday })
}

/** What a line is known by: its words, or that somebody is busy. */
export const nameOfLine = (t: Translate, line: WeekLine): string =>
  line.busy ? t('schedule.busy') : line.content

/** Everything a change says, a part for each thing that differs. */
export function partsOfChange(
  t: Translate,
  change: WeekChange,
  nameOf: (post: string) => string,
): readonly string[] {
  if (change.kind !== 'changed') {
    const { line } = change
    const names = line.leaders.map(nameOf).filter((name) => name !== '')
    return [
      [halfDayWords(t, line), printedHours(line), names.join(', ')].filter((one) => one !== '').join(' · '),
    ]
  }
  return change.fields.flatMap((field) => partsOfField(t, change.before, change.after, field, nameOf))
}

function partsOfField(
  t: Translate,
  before: WeekLine,
  after: WeekLine,
  field: LineField,
  nameOf: (post: string) => string,
): readonly string[] {
  switch (field) {
    case 'when':
      return whenParts(t, before, after)
    case 'leaders': {
      const names = (posts: readonly string[]): string => posts.map(nameOf).join(', ')
      const added = after.leaders.filter((post) => !before.leaders.includes(post))
      const gone = before.leaders.filter((post) => !after.leaders.includes(post))
      return [
        ...(added.length > 0 ? [t('schedule.change.leadersAdded', { names: names(added) })] : []),
        ...(gone.length > 0 ? [t('schedule.change.leadersGone', { names: names(gone) })] : []),
      ]
    }
    case 'busy':
      return [t(after.busy ? 'schedule.change.becameBusy' : 'schedule.change.becameShown')]
    default: {
      const [from, to] = [before.busy ? '' : before[field], after.busy ? '' : after[field]]
      const what = t(`schedule.change.fields.${field}`)
      if (from === '') return [t('schedule.change.filled', { what, to })]
      return [
        to === ''
          ? t('schedule.change.emptied', { what, from })
          : t('schedule.change.replaced', { what, from, to }),
      ]
    }
  }
}

function whenParts(t: Translate, before: WeekLine, after: WeekLine): readonly string[] {
  const isMoved = before.day !== after.day || before.half !== after.half
  const moved = t('schedule.change.moved', { from: halfDayWords(t, before), to: halfDayWords(t, after) })
  const none = t('schedule.change.noHours')
  const hours = t('schedule.change.hours', {
    from: printedHours(before) || none,
    to: printedHours(after) || none,
  })
  return [...(isMoved ? [moved] : []), ...(isSame(before.hours, after.hours) ? [] : [hours])]
}
