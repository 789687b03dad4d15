import { useCallback, useState } from 'react'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { PanelSection, SidePanel } from '../../../ui/panel.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { DecideSheet } from '../../../workplace/deciding/decide-sheet.tsx'
import { ReasonSheet } from '../../../workplace/reason-sheet.tsx'
import { useToday } from '../../../workplace/today.ts'
import { AgendaList } from '../components/agenda-list.tsx'
import { ConclusionsList } from '../components/conclusions-list.tsx'
import { ConcludeSteps } from '../components/conclude-steps.tsx'
import classes from '../components/concluding.module.css'
import { FileMeeting } from '../components/file-meeting.tsx'
import { LockSheet } from '../components/lock-sheet.tsx'
import roomClasses from '../components/meetings.module.css'
import { MinutesView } from '../components/minutes-view.tsx'
import { PeopleList } from '../components/people-list.tsx'
import { RoundSheet } from '../components/round-sheet.tsx'
import { TasksSheet } from '../components/tasks-sheet.tsx'
import { useConcludeActs } from '../hooks/use-conclude-acts.ts'
import { useConcludeVerbs, type ConcludeAsking } from '../hooks/use-conclude-verbs.ts'
import { useItemDecisions } from '../hooks/use-item-decisions.ts'
import { useNewId } from '../hooks/use-meeting-acts.ts'
import type { MeetingPlaces } from '../meeting-places.ts'
import { NotesPanel } from '../reading/notes-panel.tsx'
import { PaperReading } from '../reading/paper-reading.tsx'
import { usePaperPlace } from '../reading/use-paper-place.ts'
import { usePlacedNotes } from '../reading/use-placed-notes.ts'

interface ConcludedScreenProps {
  readonly meeting: Meeting
  readonly places: MeetingPlaces
}

const views = ['conclusions', 'minutes'] as const
type View = (typeof views)[number]

/** A meeting that was held: agenda and papers at left, conclusions or minutes in the middle, at right what is still to be done with it. */
export function ConcludedScreen({ meeting, places }: ConcludedScreenProps) {
  const t = useT()
  const today = useToday()
  const { post } = useDesk()
  const [view, setView] = useState<View>('conclusions')
  const [item, setItem] = useState<string | null>(null)
  const { paperId, setPaper, jump, show: showPage } = usePaperPlace()
  const notes = usePlacedNotes(meeting)
  const [asking, setAsking] = useState<Asking | null>(null)
  const open = meeting.amendments.find(({ settled }) => settled === null)?.id ?? ''
  const ask = useCallback(
    (what: ConcludeAsking) => setAsking({ what, of: what === 'decline' ? open : '' }),
    [open],
  )
  const verbs = useConcludeVerbs(meeting, places, ask)
  const decisions = useItemDecisions(
    meeting,
    item,
    places,
    useCallback((of: string) => setAsking({ what: 'decide', of }), []),
  )
  const home = meeting.items.find(({ papers }) => papers.some(({ id }) => id === paperId))
  const paper = home?.papers.find(({ id }) => id === paperId)
  const isInTime = meeting.round?.until == null || meeting.round.until >= today
  const mayAmend =
    meeting.round !== undefined &&
    meeting.lockedAt === undefined &&
    meeting.minutes === null &&
    isInTime &&
    meeting.secretary !== post
  const show = (next: View): void => {
    setView(next)
    setPaper(null)
  }
  return (
    <>
      <div className={roomClasses.columns}>
        <nav data-pane className={roomClasses.agendaColumn} aria-label={t('meetings.agenda.title')}>
          <AgendaList
            meeting={meeting}
            activeItem={item}
            onItem={(next) => {
              setItem(next)
              show('conclusions')
            }}
            activePaper={paperId}
            onPaper={(next, one) => {
              setItem(next)
              setPaper(one)
            }}
          />
          <PanelSection heading={t('meetings.people.title')} isLast>
            <PeopleList meeting={meeting} />
          </PanelSection>
        </nav>
        <section data-pane className={roomClasses.paperColumn} aria-label={t('concluding.title')}>
          <div className={classes.viewBar}>
            <ChoiceBar
              label={t('concluding.view.label')}
              choices={views.map((value) => ({ value, label: t(`concluding.view.${value}`) }))}
              value={view}
              onChange={show}
            />
          </div>
          {home !== undefined && paper !== undefined ? (
            <PaperReading meeting={meeting} item={home} paper={paper} notes={notes} jump={jump} />
          ) : view === 'minutes' ? (
            <MinutesView meeting={meeting} />
          ) : (
            <div
              className={classes.reading}
              role="region"
              aria-label={t('concluding.view.conclusions')}
              tabIndex={0}
            >
              <ConclusionsList
                meeting={meeting}
                active={item}
                mayAmend={mayAmend}
                decisions={decisions}
                onAmend={(of) => setAsking({ what: 'amend', of })}
                onDecline={(of) => setAsking({ what: 'decline', of })}
              />
            </div>
          )}
        </section>
        <SidePanel label={t('concluding.title')} isNarrow>
          <ConcludeSteps meeting={meeting} verbs={verbs} />
          <NotesPanel
            meeting={meeting}
            item={meeting.items.find(({ id }) => id === item)}
            notes={notes}
            onShow={(next, page) => {
              setItem(next)
              showPage(page)
            }}
          />
        </SidePanel>
      </div>
      {asking !== null && (
        <Sheets meeting={meeting} places={places} asking={asking} onClose={() => setAsking(null)} />
      )}
    </>
  )
}

interface Asking {
  readonly what: ConcludeAsking
  /** The item or the wish it is about. */
  readonly of: string
}

interface SheetsProps extends ConcludedScreenProps {
  readonly asking: Asking
  readonly onClose: () => void
}

function Sheets({ meeting, places, asking: { what, of }, onClose }: SheetsProps) {
  const t = useT()
  const toast = useToast()
  const newId = useNewId()
  const { act, undoable, lockAndSubmit } = useConcludeActs(meeting)
  const closing = (done: Promise<boolean>): void => {
    void done.then((isDone) => {
      if (isDone) onClose()
    })
  }
  switch (what) {
    case 'round':
      return (
        <RoundSheet onClose={onClose} onSend={(until) => closing(act('meeting.sendMinutes', { until }))} />
      )
    case 'lock':
      return <LockSheet onClose={onClose} onLock={() => closing(lockAndSubmit())} />
    case 'tasks':
      return (
        <TasksSheet
          meeting={meeting}
          onClose={onClose}
          onGive={(works) => {
            const count = works.reduce((sum, { parts }) => sum + parts.length, 0)
            closing(
              act('meeting.giveTasks', { works: [...works] }).then((isDone) => {
                if (isDone) toast.show({ icon: 'user-share', text: t('concluding.tasks.done', { count }) })
                return isDone
              }),
            )
          }}
        />
      )
    case 'file':
      return <FileMeeting meeting={meeting} onClose={onClose} />
    case 'decide': {
      const item = meeting.items.find(({ id }) => id === of)
      if (item === undefined) return null
      return (
        <DecideSheet
          about={item.title}
          onClose={onClose}
          onDecide={(collective) => {
            onClose()
            places.onDecision(meeting, item, collective)
          }}
        />
      )
    }
    case 'decline':
      return (
        <ReasonSheet
          title={t('concluding.amendment.declineTitle')}
          label={t('concluding.amendment.why')}
          confirm={t('concluding.amendment.decline')}
          onClose={onClose}
          onConfirm={(words) =>
            closing(act('meeting.settleAmendment', { amendment: of, isTaken: false, words }))
          }
        />
      )
    case 'amend':
      return (
        <ReasonSheet
          title={t('concluding.amendment.title')}
          description={meeting.items.find(({ id }) => id === of)?.title ?? ''}
          label={t('concluding.amendment.words')}
          confirm={t('concluding.amendment.ask')}
          onClose={onClose}
          onConfirm={(text) =>
            closing(
              undoable(
                'meeting.amend',
                { amendment: newId(), item: of, text },
                { icon: 'message-2', text: t('concluding.amendment.asked') },
              ),
            )
          }
        />
      )
  }
}
