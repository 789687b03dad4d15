import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useMeetingActs, useOwnPart } from '../hooks/use-meeting-acts.ts'
import classes from './meetings.module.css'

interface FloorPanelProps {
  readonly meeting: Meeting
  readonly item: ItemState
}

/** Who asked to speak, in their order; the secretary gives the floor. */
export function FloorPanel({ meeting, item }: FloorPanelProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const { post } = useDesk()
  const { runs } = useOwnPart(meeting)
  const { act } = useMeetingActs(meeting.id)
  const isOpen = item.conclusion === null && (meeting.status === 'called' || meeting.status === 'inSession')
  const waits = item.speakers.some((one) => one.post === post && one.spokeAt === null)
  return (
    <PanelSection heading={t('meetings.floor.title')}>
      <ol className={classes.people}>
        {item.speakers.map((one) => (
          <li key={`${one.post}${one.askedAt}`} className={classes.person}>
            <span className={classes.name}>{nameOf(one.post)}</span>
            <span className="spacer" />
            {one.spokeAt === null ? (
              runs &&
              meeting.status === 'inSession' && (
                <Button
                  size="small"
                  onClick={() => void act('meeting.giveFloor', { item: item.id, post: one.post })}
                >
                  {t('meetings.floor.give')}
                </Button>
              )
            ) : (
              <span className="dim num">
                {t('meetings.floor.spoke', { time: formats.time(one.spokeAt) })}
              </span>
            )}
          </li>
        ))}
      </ol>
      {isOpen && !waits && (
        <Button
          size="small"
          icon="message-2"
          onClick={() => void act('meeting.askForFloor', { item: item.id })}
        >
          {t('meetings.floor.ask')}
        </Button>
      )}
    </PanelSection>
  )
}
