import type { BallotStatus } from '#shared/domain/meetings/ballot/ballot.ts'
import type { Choice, MotionOutcome } from '#shared/domain/meetings/motion.ts'
import type { SlipRow } from '../../../projections/ballots.ts'
import type { Tone } from '../../../ui/chip.tsx'
import type { IconName } from '../../../ui/icons.ts'

interface Look {
  readonly tone: Tone
  readonly icon: IconName
}

export const statusLooks: Readonly<Record<BallotStatus, Look>> = {
  draft: { tone: 'done', icon: 'pencil' },
  open: { tone: 'info', icon: 'send' },
  closed: { tone: 'done', icon: 'check' },
  withdrawn: { tone: 'over', icon: 'circle-x' },
}

export const outcomeLooks: Readonly<Record<MotionOutcome, Look>> = {
  carried: { tone: 'ok', icon: 'circle-check' },
  lost: { tone: 'over', icon: 'circle-x' },
}

/** How an answer stands: what was said, said late, waited for, or taken for agreement. */
export const standings = ['yes', 'no', 'other', 'late', 'waiting', 'deemed', 'withdrawn'] as const
export type SlipStanding = (typeof standings)[number]

export const standingLooks: Readonly<Record<SlipStanding, Look>> = {
  yes: { tone: 'ok', icon: 'check' },
  no: { tone: 'over', icon: 'x' },
  other: { tone: 'info', icon: 'message-2' },
  late: { tone: 'soon', icon: 'clock' },
  waiting: { tone: 'done', icon: 'circle-dashed' },
  deemed: { tone: 'soon', icon: 'hourglass' },
  withdrawn: { tone: 'done', icon: 'circle-x' },
}

/** `deemed` is never `yes`: nobody said it. */
export function standingOf({ answer, lapsed }: Pick<SlipRow, 'answer' | 'lapsed'>): SlipStanding {
  if (answer !== null) return answer.isLate ? 'late' : answer.choice
  return lapsed ?? 'waiting'
}

export const choiceKeys = { yes: 'KeyY', no: 'KeyN', other: 'KeyO' } as const satisfies Record<Choice, string>
