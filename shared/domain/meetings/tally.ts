import type { Choice, Majority, MotionOutcome, Tally } from './motion.ts'

/** A vote that counts. */
export interface CountedVote {
  readonly post: string
  readonly choice: Choice
  /** Put in by the secretary for its member. */
  readonly entered?: object
}

/** Counts votes, one of each voter, the last one given; of who may not vote none. */
export function tallyOf(voters: readonly string[], votes: readonly CountedVote[]): Tally {
  const last = new Map(
    votes.filter(({ post }) => voters.includes(post)).map((vote) => [vote.post, vote.choice]),
  )
  const count = (choice: Choice): number => [...last.values()].filter((one) => one === choice).length
  return { yes: count('yes'), no: count('no'), other: count('other'), missing: voters.length - last.size }
}

/**
 * What a tally comes to: more than half must agree; where exactly half of all do, the side the chair took (rule of the Government's own
 * decisions: law on the organisation of the Government, Art 46 of 2015; working regulations of committees say the same).
 */
export function outcomeOf(tally: Tally, majority: Majority, chair: Choice | undefined): MotionOutcome {
  const cast = tally.yes + tally.no + tally.other
  const base = majority === 'ofAll' ? cast + tally.missing : cast
  if (tally.yes * 2 > base) return 'carried'
  return base > 0 && tally.yes * 2 === base && chair === 'yes' ? 'carried' : 'lost'
}

/** Whether votes that are still missing could change what it comes to. */
export function mayStillChange(tally: Tally, majority: Majority, chair: Choice | undefined): boolean {
  const now = outcomeOf(tally, majority, chair)
  const all = (choice: 'yes' | 'no'): Tally => ({
    ...tally,
    [choice]: tally[choice] + tally.missing,
    missing: 0,
  })
  const possible = [all('yes'), all('no')].map((one) => outcomeOf(one, majority, chair))
  return possible.some((one) => one !== now)
}
