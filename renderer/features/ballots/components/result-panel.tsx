import { standingsOf } from '#shared/domain/meetings/ballot/count.ts'
import type { Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { SlipRow } from '../../../projections/ballots.ts'
import { Chip } from '../../../ui/chip.tsx'
import { outcomeLooks } from './ballot-words.ts'
import classes from './ballots.module.css'

const parts = ['yes', 'no', 'other', 'deemed'] as const

interface ResultPanelProps {
  readonly ballot: Ballot
  readonly slips: readonly SlipRow[]
}

/** What it came to, and whether this desk counts the same from the slips it holds. */
export function ResultPanel({ ballot, slips }: ResultPanelProps) {
  const t = useT()
  const formats = useFormats()
  const { result } = ballot
  if (result === null) return null
  const isSame = parts.every((part) => countHere(ballot, slips)[part] === result.tally[part])
  return (
    <>
      <dl className={classes.tally}>
        {parts.map((part) => (
          <div key={part}>
            <dt>{t(`ballots.tally.${part}`)}</dt>
            <dd className="num">{formats.number(result.tally[part])}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.line}>
        <Chip {...outcomeLooks[result.outcome]}>{t(`ballots.outcome.${result.outcome}`)}</Chip>
        <span className="dim">{t('ballots.declared', { time: formats.dateTime(result.at) })}</span>
      </p>
      <p className={classes.line}>
        <Chip tone={isSame ? 'ok' : 'soon'} icon={isSame ? 'shield-check' : 'alert-circle'}>
          {t(isSame ? 'ballots.recounted' : 'ballots.recountDiffers')}
        </Chip>
      </p>
    </>
  )
}

function countHere({ members }: Ballot, slips: readonly SlipRow[]): Record<(typeof parts)[number], number> {
  const answers = slips.flatMap(({ member, answer }) =>
    answer === null ? [] : [{ post: member, choice: answer.choice, isLate: answer.isLate }],
  )
  const counts = { yes: 0, no: 0, other: 0, deemed: 0 }
  for (const standing of standingsOf(members, answers).values()) counts[standing]++
  return counts
}
