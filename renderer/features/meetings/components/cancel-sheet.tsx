import { useState } from 'react'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { TextAreaRow } from '../../../ui/text-row.tsx'
import { useManyActs } from '../../../workplace/tasks/use-many-acts.ts'
import { laterIn, useSeries } from '../hooks/use-series.ts'
import classes from './meetings.module.css'
import { ScopeChoice, type Scope } from './scope-choice.tsx'

interface CancelSheetProps {
  readonly meeting: Meeting
  readonly onClose: () => void
}

/** Calls off one date of a series, or it and those behind it, which ends the series. */
export function CancelSheet({ meeting, onClose }: CancelSheetProps) {
  const t = useT()
  const actMany = useManyActs()
  const later = laterIn(useSeries(meeting.series), meeting)
  const [scope, setScope] = useState<Scope>('this')
  const [reason, setReason] = useState('')
  const ids = [meeting.id, ...(scope === 'later' ? later.map(({ id }) => id) : [])]
  const isReady = reason.trim() !== ''
  const done = (): void => {
    if (!isReady) return
    const acts = ids.map((id) => ({
      ...{ aggregate: { kind: 'meeting', id } as const, type: 'meeting.cancel', payload: { reason } },
    }))
    void actMany(acts, ({ length: count }) => ({
      icon: 'circle-x',
      text: t('series.cancelled', { count }),
    })).then(({ length }) => {
      if (length > 0) onClose()
    })
  }
  return (
    <FormSheet
      title={t('series.cancelTitle')}
      confirm={t('series.cancelConfirm', { count: ids.length })}
      isReady={isReady}
      onClose={onClose}
      onConfirm={done}
    >
      <div className={classes.form}>
        <TextAreaRow label={t('meetings.asking.cancel.label')} autoFocus value={reason} onValue={setReason} />
        <ScopeChoice later={later} value={scope} onChange={setScope} />
      </div>
    </FormSheet>
  )
}
