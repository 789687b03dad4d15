import { useState } from 'react'
import type { Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import { useBallot, useSlips } from '../../../database/use-live-meetings.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { SlipRow } from '../../../projections/ballots.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { DeadlineChip } from '../../../ui/deadline-chip.tsx'
import { deadlineView } from '../../../ui/deadline-view.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FactList, PanelSection } from '../../../ui/panel.tsx'
import { PanelTabs } from '../../../ui/panel-tabs.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { PdfPages } from '../../../workplace/pdf-pages.tsx'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useToday } from '../../../workplace/today.ts'
import { useBallotVerbs, type BallotAsking } from '../hooks/use-ballot-verbs.ts'
import type { BallotWays } from '../ballot-ways.ts'
import { AnswersList } from './answers-list.tsx'
import { BallotSheets } from './ballot-sheets.tsx'
import { statusLooks } from './ballot-words.ts'
import classes from './ballots.module.css'
import { PaperList } from './paper-list.tsx'
import { ResultPanel } from './result-panel.tsx'

interface BallotPaneProps extends BallotWays {
  readonly id: string
}

/** One ballot beside the list: the question with its papers, what one says to it, what the members said. */
export function BallotPane({ id, ...ways }: BallotPaneProps) {
  const ballot = useBallot(id)?.state
  const slips = useSlips([id])
  return ballot === undefined || slips === undefined ? null : (
    <Shown ballot={ballot} slips={slips} {...ways} />
  )
}

interface ShownProps extends BallotWays {
  readonly ballot: Ballot
  readonly slips: readonly SlipRow[]
}

const SLIP = 'slip'

function Shown({ ballot, slips, ...ways }: ShownProps) {
  const t = useT()
  const [asking, setAsking] = useState<BallotAsking | null>(null)
  const [tab, setTab] = useState(SLIP)
  const verbs = useBallotVerbs({ ballot, slips, isAsking: asking !== null, ask: setAsking, ...ways })
  const paper = ballot.papers.find(({ id }) => id === tab)
  const tabs = [
    { id: SLIP, label: t('ballots.tabs.slip') },
    ...ballot.papers.map(({ id, name, versions }) => ({
      id,
      label:
        versions.length === 1
          ? name
          : `${name} · ${t('meetings.agenda.version', { number: versions.length })}`,
    })),
  ]
  return (
    <article className={classes.pane} aria-label={ballot.question}>
      <Head ballot={ballot} />
      {verbs.length > 0 && <VerbBar verbs={verbs} />}
      <BallotSheets
        ballot={ballot}
        asking={asking}
        onDecide={(collective) => {
          setAsking(null)
          ways.onDraft('decision', ballot, slips, collective)
        }}
        onClose={() => setAsking(null)}
      />
      {tabs.length > 1 && (
        <div className={classes.tabs}>
          <PanelTabs
            label={t('ballots.tabs.label')}
            tabs={tabs}
            activeId={paper === undefined ? SLIP : tab}
            onChoose={setTab}
          />
        </div>
      )}
      {paper === undefined ? (
        <Slip ballot={ballot} slips={slips} />
      ) : (
        <div className={classes.page}>
          <Page paper={paper} />
        </div>
      )}
    </article>
  )
}

function Page({ paper }: { readonly paper: Ballot['papers'][number] }) {
  const t = useT()
  const file = paper.versions.at(-1)?.file
  if (file?.mediaType !== 'application/pdf')
    return <EmptyState text={t('meetings.room.notShown', { name: paper.name })} />
  return <PdfPages key={file.sha256} file={file} name={paper.name} />
}

function Head({ ballot }: { readonly ballot: Ballot }) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const calendar = useCalendar()
  const { status, due } = ballot
  const deadline = deadlineView({ deadline: due, urgency: 'normal' }, today, calendar)
  return (
    <header className={classes.head}>
      <div className={classes.line}>
        <Chip {...statusLooks[status]}>{t(`ballots.status.${status}`)}</Chip>
        {due !== null && <span className="num">{t('ballots.due', { date: formats.date(due) })}</span>}
        {status === 'open' && deadline !== undefined && <DeadlineChip deadline={deadline} />}
      </div>
      <h2 className={classes.title}>{ballot.question}</h2>
    </header>
  )
}

/** Before one has answered, only who has: nobody's answer is to lean on another's. */
function Slip({ ballot, slips }: Omit<ShownProps, keyof BallotWays>) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const { post } = useDesk()
  const own = slips.find(({ member }) => member === post)
  const isAsked = ballot.members.includes(post)
  const isOpen = ballot.result !== null || !isAsked || own?.answer != null
  const answered = slips.filter(({ answer }) => answer !== null).length
  return (
    <div className={classes.scroll} role="region" aria-label={ballot.question} tabIndex={0}>
      {ballot.result !== null && (
        <PanelSection heading={t('ballots.result')}>
          <ResultPanel ballot={ballot} slips={slips} />
        </PanelSection>
      )}
      {ballot.explanation !== '' && (
        <PanelSection heading={t('ballots.fields.explanation')}>
          <p className={classes.words}>{ballot.explanation}</p>
        </PanelSection>
      )}
      <PanelSection>
        <FactList
          facts={[
            [t('ballots.fields.chair'), nameOf(ballot.chair)],
            [t('ballots.fields.secretary'), nameOf(ballot.secretary)],
            ...(ballot.sentAt === null
              ? [[t('ballots.fields.days'), formats.number(ballot.days)] as const]
              : [[t('ballots.sentAt'), formats.dateTime(ballot.sentAt)] as const]),
            ...(ballot.withdrawn === null
              ? []
              : [[t('ballots.withdrawnFor'), ballot.withdrawn.reason] as const]),
          ]}
        />
        {ballot.status === 'open' && isAsked && <p className={classes.note}>{t('ballots.silence')}</p>}
      </PanelSection>
      <PaperList ballot={ballot} />
      <PanelSection heading={t('ballots.answersOf', { answered, total: ballot.members.length })} isLast>
        <AnswersList ballot={ballot} slips={slips} isOpen={isOpen} />
      </PanelSection>
    </div>
  )
}
