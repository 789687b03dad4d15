import { useState, type MouseEvent } from 'react'
import { hasQuorum, type ItemState, type Meeting } from '#shared/domain/meetings/meeting.ts'
import { useMeeting } from '../../../database/use-live-meetings.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PanelSection, SidePanel } from '../../../ui/panel.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { AgendaList } from '../components/agenda-list.tsx'
import { ApprovePanel } from '../components/approve-panel.tsx'
import { ConclusionPanel } from '../components/conclusion-panel.tsx'
import { FloorPanel } from '../components/floor-panel.tsx'
import { ItemClock } from '../components/item-clock.tsx'
import { statusLooks } from '../components/meeting-words.ts'
import classes from '../components/meetings.module.css'
import { PackState } from '../components/pack-state.tsx'
import { PeopleList } from '../components/people-list.tsx'
import { PositionPanel } from '../components/position-panel.tsx'
import { ProceedingsPanel } from '../components/proceedings-panel.tsx'
import { SaveVotes } from '../components/save-votes.tsx'
import { QuestionSheet } from '../components/question-sheet.tsx'
import { TallySheet } from '../components/tally-sheet.tsx'
import { VotePanel } from '../components/vote-panel.tsx'
import type { MeetingPlaces } from '../meeting-places.ts'
import { NotesPanel } from '../reading/notes-panel.tsx'
import { PaperReading } from '../reading/paper-reading.tsx'
import { usePaperPlace } from '../reading/use-paper-place.ts'
import { usePlacedNotes } from '../reading/use-placed-notes.ts'
import { ConcludedScreen } from './concluded-screen.tsx'
import { useMeetingActs, useNewId } from '../hooks/use-meeting-acts.ts'
import { useRoomVerbs, type RoomAsking } from '../hooks/use-room-verbs.ts'

interface MeetingRoomScreenProps {
  readonly id: string
  readonly places: MeetingPlaces
}

/** The room: agenda at left, the paper in the middle, position, floor and vote at right; whoever runs the meeting has the foot. */
export function MeetingRoomScreen({ id, places }: MeetingRoomScreenProps) {
  const t = useT()
  const meeting = useMeeting(id)
  if (meeting === undefined) return <SkeletonRows />
  if (meeting === null) return <EmptyState text={t('meetings.gone')} />
  const { status } = meeting.state
  if (status !== 'concluded' && status !== 'archived') return <Room meeting={meeting.state} />
  return (
    <div className={classes.room}>
      <RoomBar meeting={meeting.state} />
      <ConcludedScreen meeting={meeting.state} places={places} />
    </div>
  )
}

function Room({ meeting }: { readonly meeting: Meeting }) {
  const t = useT()
  const [chosen, setChosen] = useState<string | null>(null)
  const [followed, setFollowed] = useState(meeting.current)
  const { paperId, setPaper, jump, show } = usePaperPlace()
  const notes = usePlacedNotes(meeting)
  if (followed !== meeting.current) {
    setFollowed(meeting.current)
    setChosen(null)
    setPaper(null)
  }
  const shownId = chosen ?? meeting.current ?? meeting.items[0]?.id
  const item = meeting.items.find((one) => one.id === shownId)
  const paper = item?.papers.find(({ id }) => id === paperId) ?? item?.papers[0]
  return (
    <div className={classes.room} onClick={leaveButton}>
      <RoomBar meeting={meeting} />
      <div className={classes.columns}>
        <nav data-pane className={classes.agendaColumn} aria-label={t('meetings.agenda.title')}>
          <AgendaList
            meeting={meeting}
            activeItem={shownId ?? null}
            onItem={(next) => {
              setChosen(next)
              setPaper(null)
            }}
            activePaper={paper?.id ?? null}
            onPaper={(next, one) => {
              setChosen(next)
              setPaper(one)
            }}
          />
          <PanelSection heading={t('meetings.people.title')} isLast>
            <PeopleList meeting={meeting} />
          </PanelSection>
        </nav>
        <section data-pane className={classes.paperColumn} aria-label={t('meetings.room.paper')}>
          {item === undefined || paper === undefined ? (
            <EmptyState text={t('meetings.room.noPaper')} />
          ) : (
            <PaperReading meeting={meeting} item={item} paper={paper} notes={notes} jump={jump} />
          )}
        </section>
        <SidePanel label={t('meetings.room.panel')} isNarrow>
          {item !== undefined && (
            <>
              <ApprovePanel meeting={meeting} item={item} />
              <VotePanel meeting={meeting} item={item} />
              <FloorPanel meeting={meeting} item={item} />
              <PositionPanel meeting={meeting} item={item} />
              <ProceedingsPanel meeting={meeting} item={item} />
              <ConclusionPanel meeting={meeting} item={item} />
            </>
          )}
          <NotesPanel
            meeting={meeting}
            item={item}
            notes={notes}
            onShow={(next, page) => {
              setChosen(next)
              show(page)
            }}
          />
        </SidePanel>
      </div>
      <Foot meeting={meeting} item={meeting.items.find(({ id }) => id === meeting.current)} />
    </div>
  )
}

/** A button that was clicked gives the keys back to the room: `Space` takes the next item, and does not press it again. */
function leaveButton({ detail, target }: MouseEvent): void {
  const isClick = detail > 0 && target instanceof Element
  const button = isClick ? target.closest('button') : null
  button?.blur()
}

interface OfItem {
  readonly meeting: Meeting
  readonly item: ItemState | undefined
}

/** Item n of m, the clock of the item, and whether enough members are there. */
function RoomBar({ meeting }: Pick<OfItem, 'meeting'>) {
  const t = useT()
  const at = meeting.items.findIndex(({ id }) => id === meeting.current)
  const current = meeting.items[at]
  const look = statusLooks[meeting.status]
  const present = meeting.members.filter((member) => member.present !== null).length
  return (
    <header className={classes.bar}>
      <h1 className={classes.roomTitle}>{meeting.title}</h1>
      <Chip tone={look.tone} icon={look.icon}>
        {t(`meetings.status.${meeting.status}`)}
      </Chip>
      <span className="spacer" />
      {current !== undefined && (
        <>
          <span className="num">
            {t('meetings.room.itemOf', { number: at + 1, total: meeting.items.length })}
          </span>
          <ItemClock item={current} />
        </>
      )}
      <SaveVotes meeting={meeting} />
      <PackState meeting={meeting} />
      <Chip tone={hasQuorum(meeting) ? 'ok' : 'soon'} icon="users">
        {t('meetings.people.present', {
          present,
          total: meeting.members.length,
        })}
      </Chip>
    </header>
  )
}

/** What whoever runs the meeting does; nothing for the others. */
function Foot({ meeting, item }: OfItem) {
  const [asking, setAsking] = useState<RoomAsking | null>(null)
  const { act } = useMeetingActs(meeting.id)
  const newId = useNewId()
  const verbs = useRoomVerbs(meeting, item, asking !== null, setAsking)
  const open = item?.motions.find(({ closedAt }) => closedAt === null)
  const wasSigned = meeting.items.some(({ motions }) => motions.some(({ isSigned }) => isSigned === true))
  return (
    <>
      {verbs.length > 0 && (
        <footer className={classes.foot}>
          <VerbBar verbs={verbs} />
        </footer>
      )}
      {asking === 'question' && item !== undefined && (
        <QuestionSheet
          proposed={item.title}
          wasSigned={wasSigned}
          onClose={() => setAsking(null)}
          onConfirm={(asked) => {
            setAsking(null)
            void act('meeting.openVote', { item: item.id, motion: { id: newId(), ...asked } })
          }}
        />
      )}
      {asking === 'tally' && item !== undefined && open !== undefined && (
        <TallySheet
          onClose={() => setAsking(null)}
          onConfirm={(tally) => {
            setAsking(null)
            void act('meeting.recordTally', { item: item.id, motion: open.id, tally })
          }}
        />
      )}
    </>
  )
}
