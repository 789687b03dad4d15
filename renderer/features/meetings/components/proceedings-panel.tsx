import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { TextAreaRow } from '../../../ui/text-row.tsx'
import { useMeetingActs, useOwnPart } from '../hooks/use-meeting-acts.ts'
import { useProceedings } from '../hooks/use-proceedings.ts'
import classes from './meetings.module.css'

interface ProceedingsPanelProps {
  readonly meeting: Meeting
  readonly item: ItemState
}

/** What is said of an item (diễn biến), written for the minutes as the meeting goes by whoever runs it. */
export function ProceedingsPanel({ meeting, item }: ProceedingsPanelProps) {
  const t = useT()
  const { runs } = useOwnPart(meeting)
  if (!runs || meeting.status !== 'inSession') return null
  return (
    <PanelSection heading={t('meetings.proceedings.title')}>
      <Write key={item.id} meeting={meeting.id} item={item} />
    </PanelSection>
  )
}

function Write({ meeting, item }: { readonly meeting: string; readonly item: ItemState }) {
  const t = useT()
  const { act } = useMeetingActs(meeting)
  const { text, type, keep } = useProceedings(item.id, item.proceedings ?? '', act)
  return (
    <div className={classes.write}>
      <TextAreaRow
        label={t('meetings.proceedings.write')}
        hint={t('meetings.proceedings.hint')}
        rows={4}
        maxLength={8000}
        value={text}
        onValue={type}
        onBlur={keep}
      />
    </div>
  )
}
