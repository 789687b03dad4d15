import { OFFICE_DAYS, type Repeat } from '#shared/domain/schedule/personal/repeat.ts'
import type { Appointment } from '#shared/exchange/calendar/personal/compose-entry.ts'
import { isOfficeDays } from '#shared/exchange/calendar/personal/repeat-rule.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'

const usual = ['none', 'day', 'officeDays', 'week', 'month', 'year'] as const

/** How often an appointment comes, as it is chosen; `asNow` and `other` keep a rule that cannot be chosen. */
export type RepeatChoice = (typeof usual)[number] | 'other' | 'asNow'

/** What may be chosen, with what held before. */
export const repeatChoices = (before: RepeatChoice): readonly RepeatChoice[] =>
  before === 'other' || before === 'asNow' ? [...usual, before] : usual

/** Until when it comes; null: for ever, or once. */
export const lastOf = (repeat: Appointment['repeat']): LocalDate | null =>
  repeat === null || repeat === 'other' ? null : repeat.last

export function choiceOf(repeat: Appointment['repeat']): RepeatChoice {
  if (repeat === null) return 'none'
  if (repeat === 'other') return 'other'
  if (repeat.interval > 1) return 'asNow'
  if (repeat.every === 'week' && isOfficeDays(repeat)) return 'officeDays'
  return repeat.weekdays.length > 1 ? 'asNow' : repeat.every
}

/** The rule that a choice stands for. */
export function repeatOf(
  choice: RepeatChoice,
  last: LocalDate | null,
  before: Appointment['repeat'],
): Appointment['repeat'] {
  if (choice === 'none') return null
  if (choice === 'other' || before === 'other') return choice === 'other' ? 'other' : plain(choice, last)
  if (choice === 'asNow') return before === null ? null : { ...before, last }
  return plain(choice, last)
}

function plain(choice: Exclude<RepeatChoice, 'none' | 'other'>, last: LocalDate | null): Repeat {
  const weekdays = choice === 'officeDays' ? OFFICE_DAYS : []
  const every = choice === 'officeDays' || choice === 'asNow' ? 'week' : choice
  return { every, interval: 1, weekdays, last }
}
