import { useState } from 'react'
import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { TextAreaRow } from '../../../ui/text-row.tsx'
import { useMeetingActs, useOwnPart } from '../hooks/use-meeting-acts.ts'
import classes from './meetings.module.css'

interface ConclusionPanelProps {
  readonly meeting: Meeting
  readonly item: ItemState
}

/** What was concluded of an item; the secretary writes it as it is said and publishes it at once. */
export function ConclusionPanel({ meeting, item }: ConclusionPanelProps) {
  const t = useT()
  const formats = useFormats()
  const { runs } = useOwnPart(meeting)
  const { conclusion } = item
  const isOpen =
    meeting.status === 'inSession' || (meeting.status === 'concluded' && meeting.minutes === null)
  const isShown = conclusion !== null && (runs || conclusion.publishedAt !== null)
  if (!isShown && !(runs && isOpen)) return null
  return (
    <PanelSection heading={t('meetings.conclusion.title')} isLast>
      {isShown && (
        <>
          <p className={classes.words}>{conclusion.text || t('meetings.conclusion.adopted')}</p>
          <p className="dim num">
            {conclusion.publishedAt === null
              ? t('meetings.conclusion.kept')
              : t('meetings.conclusion.published', { time: formats.time(conclusion.publishedAt) })}
          </p>
        </>
      )}
      {runs && isOpen && <Write key={item.id} meeting={meeting} item={item} />}
    </PanelSection>
  )
}

function Write({ meeting, item }: ConclusionPanelProps) {
  const t = useT()
  const { act } = useMeetingActs(meeting.id)
  const [text, setText] = useState(item.conclusion?.text ?? '')
  const publish = (): void => void act('meeting.conclude', { item: item.id, text, publish: true })
  return (
    <div
      className={classes.write}
      onKeyDown={(event) => {
        if (event.code !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return
        event.stopPropagation()
        event.preventDefault()
        publish()
      }}
    >
      <TextAreaRow
        label={t('meetings.conclusion.write')}
        rows={3}
        maxLength={8000}
        value={text}
        onValue={setText}
      />
      <Button
        size="small"
        variant="primary"
        keyHint="Ctrl Enter"
        disabled={text.trim() === ''}
        onClick={publish}
      >
        {t('meetings.conclusion.publish')}
      </Button>
    </div>
  )
}
