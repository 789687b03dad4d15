import { useState } from 'react'
import { stands, type ItemState, type Meeting, type Stand } from '#shared/domain/meetings/meeting.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { ReasonSheet } from '../../../workplace/reason-sheet.tsx'
import { useMeetingActs, useOwnPart } from '../hooks/use-meeting-acts.ts'
import { standLooks } from './meeting-words.ts'
import classes from './meetings.module.css'

interface PositionPanelProps {
  readonly meeting: Meeting
  readonly item: ItemState
}

/** What everybody thinks of an item before it is dealt with; one's own position in one press. */
export function PositionPanel({ meeting, item }: PositionPanelProps) {
  const t = useT()
  const { post } = useDesk()
  const nameOf = usePostNames()
  const { member } = useOwnPart(meeting)
  const { act } = useMeetingActs(meeting.id)
  const [asking, setAsking] = useState<Stand | null>(null)
  const own = item.positions.find((one) => one.post === post)
  const mayTake = member !== undefined && item.conclusion === null && meeting.status !== 'concluded'
  const take = (stand: Stand, text: string): void =>
    void act('meeting.position', { item: item.id, stand, text })
  if (!mayTake && item.positions.length === 0) return null
  return (
    <PanelSection heading={t('meetings.position.title')}>
      {mayTake && (
        <div className={classes.stands} role="group" aria-label={t('meetings.position.title')}>
          {stands.map((stand) => (
            <Button
              key={stand}
              size="small"
              icon={standLooks[stand].icon}
              aria-pressed={own?.stand === stand}
              onClick={() => (stand === 'noObjection' ? take(stand, '') : setAsking(stand))}
            >
              {t(`meetings.position.stands.${stand}`)}
            </Button>
          ))}
        </div>
      )}
      <ul className={classes.people}>
        {item.positions.map((position) => (
          <li key={position.post} className={classes.position}>
            <span className={classes.name}>{nameOf(position.post)}</span>
            <Chip tone={standLooks[position.stand].tone} icon={standLooks[position.stand].icon}>
              {t(`meetings.position.stands.${position.stand}`)}
            </Chip>
            {position.text !== '' && <p className={classes.words}>{position.text}</p>}
          </li>
        ))}
      </ul>
      {asking !== null && (
        <ReasonSheet
          title={t(`meetings.position.stands.${asking}`)}
          label={t('meetings.position.words')}
          confirm={t('meetings.position.take')}
          isOptional={asking === 'discuss'}
          onClose={() => setAsking(null)}
          onConfirm={(words) => {
            setAsking(null)
            take(asking, words)
          }}
        />
      )}
    </PanelSection>
  )
}
