import type { Quorum } from '#shared/domain/meetings/meeting.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import classes from './meetings.module.css'

const USUAL: readonly Quorum[] = [
  { of: 1, outOf: 2 },
  { of: 2, outOf: 3 },
  { of: 3, outOf: 4 },
  { of: 1, outOf: 1 },
]
const NONE = 'none'
const textOf = (quorum: Quorum | null): string => (quorum === null ? NONE : `${quorum.of}/${quorum.outOf}`)

interface QuorumChoiceProps {
  readonly value: Quorum | null
  readonly onChange: (quorum: Quorum | null) => void
}

/** How many of the members must be there for the meeting to begin (such as 2/3, ND191 Art 21.2). */
export function QuorumChoice({ value, onChange }: QuorumChoiceProps) {
  const t = useT()
  const isUsual = value === null || USUAL.some((one) => textOf(one) === textOf(value))
  const offered = isUsual ? USUAL : [...USUAL, value]
  return (
    <div>
      <p className={classes.label}>{t('meetings.fields.quorum')}</p>
      <ChoiceBar
        label={t('meetings.fields.quorum')}
        choices={[
          { value: NONE, label: t('meetings.fields.noQuorum') },
          ...offered.map((one) => ({
            value: textOf(one),
            label: one.of === one.outOf ? t('meetings.fields.wholeQuorum') : textOf(one),
          })),
        ]}
        value={textOf(value)}
        onChange={(text) => onChange(offered.find((one) => textOf(one) === text) ?? null)}
      />
    </div>
  )
}
