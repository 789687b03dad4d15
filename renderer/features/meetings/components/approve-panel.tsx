import { useState } from 'react'
import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'
import { useMeeting } from '../../../database/use-live-meetings.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { TextAreaRow } from '../../../ui/text-row.tsx'
import { useMeetingActs, useOwnPart } from '../hooks/use-meeting-acts.ts'
import { AmendmentList } from './amendment-list.tsx'
import classes from './meetings.module.css'

interface ApprovePanelProps {
  readonly meeting: Meeting
  readonly item: ItemState
}

/** Under the item that is about the minutes of an earlier meeting: who wished what of them, and approving them, as they are or with what is put right. */
export function ApprovePanel({ meeting, item }: ApprovePanelProps) {
  const { minutesOf } = item
  return minutesOf === undefined ? null : <Shown meeting={meeting} earlierId={minutesOf} />
}

function Shown({ meeting, earlierId }: { readonly meeting: Meeting; readonly earlierId: string }) {
  const t = useT()
  const formats = useFormats()
  const { runs } = useOwnPart(meeting)
  const earlier = useMeeting(earlierId)
  const approved = meeting.approved?.find((one) => one.meeting === earlierId)
  if (earlier === undefined) return null
  return (
    <PanelSection heading={t('series.approve.title')}>
      {earlier === null ? (
        <p className="dim">{t('series.approve.hidden')}</p>
      ) : earlier.state.amendments.length === 0 ? (
        <p className="dim">{t('series.approve.noWishes')}</p>
      ) : (
        <AmendmentList
          amendments={earlier.state.amendments}
          next={undefined}
          mayAnswer={false}
          onTake={nothing}
          onDecline={nothing}
        />
      )}
      {approved !== undefined ? (
        <>
          <Chip tone="ok" icon="circle-check">
            {t('series.approve.done', { time: formats.time(approved.at) })}
          </Chip>
          {approved.corrections !== undefined && <p className={classes.words}>{approved.corrections}</p>}
        </>
      ) : earlier !== null && earlier.state.minutes === null ? (
        <p className="dim">{t('series.approve.unsigned')}</p>
      ) : (
        runs && meeting.status === 'inSession' && <Approve meeting={meeting} earlier={earlierId} />
      )}
    </PanelSection>
  )
}

const nothing = (): void => undefined

function Approve({ meeting, earlier }: { readonly meeting: Meeting; readonly earlier: string }) {
  const t = useT()
  const { act } = useMeetingActs(meeting.id)
  const [corrections, setCorrections] = useState('')
  const approve = (): void => void act('meeting.approveMinutes', { meeting: earlier, corrections })
  return (
    <div
      className={classes.write}
      onKeyDown={(event) => {
        if (event.code !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return
        event.stopPropagation()
        event.preventDefault()
        approve()
      }}
    >
      <TextAreaRow
        label={t('series.approve.corrections')}
        isOptional
        rows={3}
        maxLength={8000}
        value={corrections}
        onValue={setCorrections}
      />
      <Button size="small" variant="primary" icon="circle-check" keyHint="Ctrl Enter" onClick={approve}>
        {t(corrections.trim() === '' ? 'series.approve.approve' : 'series.approve.approveWith')}
      </Button>
    </div>
  )
}
