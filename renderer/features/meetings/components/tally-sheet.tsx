import { useState } from 'react'
import type { PaperTally } from '#shared/domain/meetings/motion.ts'
import { usePeople } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import { TextRow } from '../../../ui/text-row.tsx'
import classes from './meetings.module.css'

interface TallySheetProps {
  readonly onClose: () => void
  readonly onConfirm: (tally: PaperTally) => void
}

const parts = ['yes', 'no', 'other'] as const

/** What was counted of a vote on paper, and who counted. */
export function TallySheet({ onClose, onConfirm }: TallySheetProps) {
  const t = useT()
  const people = (usePeople() ?? []).map(({ id, name, title }) => ({ id, name, detail: title }))
  const [counts, setCounts] = useState<Readonly<Record<(typeof parts)[number], string>>>({
    yes: '',
    no: '',
    other: '0',
  })
  const [counters, setCounters] = useState<readonly string[]>([])
  const isReady = counters.length > 0 && parts.every((part) => /^\d{1,3}$/.test(counts[part].trim()))
  const done = (): void => {
    const [yes = 0, no = 0, other = 0] = parts.map((part) => Number(counts[part]))
    if (isReady) onConfirm({ yes, no, other, counters: [...counters] })
  }
  return (
    <FormSheet
      title={t('meetings.verbs.recordTally')}
      confirm={t('meetings.verbs.recordTally')}
      isReady={isReady}
      onClose={onClose}
      onConfirm={done}
    >
      <div className={classes.form}>
        <div className={classes.counts}>
          {parts.map((part, index) => (
            <TextRow
              key={part}
              label={t(`meetings.vote.choices.${part}`)}
              inputMode="numeric"
              autoFocus={index === 0}
              value={counts[part]}
              onValue={(text) => setCounts({ ...counts, [part]: text })}
            />
          ))}
        </div>
        <PeopleRow
          label={t('meetings.vote.countedBy')}
          options={people}
          value={counters}
          onChange={setCounters}
          isMany
        />
      </div>
    </FormSheet>
  )
}
