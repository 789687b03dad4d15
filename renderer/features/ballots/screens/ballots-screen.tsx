import { useMemo, useState } from 'react'
import { useBallots, useSlips } from '../../../database/use-live-meetings.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { BallotRow, SlipRow } from '../../../projections/ballots.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { ThreePane, useThreePane } from '../../../ui/three-pane.tsx'
import { VerbBar, type Verb } from '../../../ui/verb-bar.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import type { BallotWays } from '../ballot-ways.ts'
import { BallotLine } from '../components/ballot-line.tsx'
import { BallotPane } from '../components/ballot-pane.tsx'
import { BallotSheet } from '../components/ballot-sheet.tsx'

const boxIds = ['toAnswer', 'running', 'ended'] as const
type BoxId = (typeof boxIds)[number]

interface BallotsScreenProps extends BallotWays {
  /** The ballot that was asked for from elsewhere. */
  readonly id: string | undefined
}

/** Ballots to be answered, those that run and those that ended; `M` prepares a new one. */
export function BallotsScreen({ id, ...ways }: BallotsScreenProps) {
  const t = useT()
  const { post } = useDesk()
  const running = useBallots('running')
  const ended = useBallots('ended')
  const all = useMemo(() => [...(running ?? []), ...(ended ?? [])].map((row) => row.id), [running, ended])
  const slips = useSlips(all)
  const owed = useMemo(() => owedBy(post, slips ?? []), [post, slips])
  const [chosen, setBox] = useState<BoxId | null>(null)
  const isKnown = running !== undefined && ended !== undefined && slips !== undefined
  const asked = boxOf(id, ended, owed)
  const box = chosen ?? asked ?? (owed.size > 0 ? 'toAnswer' : 'running')
  const rows = useMemo(
    () => (box === 'ended' ? ended : running?.filter((row) => box === 'running' || owed.has(row.id))),
    [box, ended, running, owed],
  )
  const counts: Partial<Record<BoxId, number>> = { toAnswer: owed.size, running: running?.length ?? 0 }
  const [isNew, setNew] = useState(false)
  const verbs = useBeginVerb(isNew, setNew)
  return (
    <>
      <ScreenHeader
        title={t('shell.nav.ballots')}
        boxes={boxIds.map((one) => ({ id: one, label: t(`ballots.boxes.${one}`), count: counts[one] }))}
        activeBox={box}
        onBox={(next) => setBox(next as BoxId)}
        actions={<VerbBar verbs={verbs} isInline />}
      />
      {isNew && <NewBallot onClose={() => setNew(false)} onMade={() => setBox('running')} />}
      {!isKnown || rows === undefined ? (
        <SkeletonRows />
      ) : (
        <Boxed key={box} box={box} rows={rows} slips={slips} first={id} {...ways} />
      )}
    </>
  )
}

function useBeginVerb(isBegun: boolean, begin: (isBegun: true) => void): readonly Verb[] {
  return useVerbs(
    useMemo(
      () =>
        isBegun
          ? []
          : [verb('ballot.new', 'ballots.verbs.new', () => begin(true), { icon: 'plus', shortcut: 'KeyM' })],
      [isBegun, begin],
    ),
  )
}

interface BoxedProps extends BallotWays {
  readonly box: BoxId
  readonly rows: readonly BallotRow[]
  readonly slips: readonly SlipRow[]
  readonly first: string | undefined
}

function Boxed({ box, rows, slips, first, ...ways }: BoxedProps) {
  const t = useT()
  const panes = useThreePane(440)
  const ids = useMemo(() => rows.map((row) => row.id), [rows])
  const [active, setActive] = useActiveRow(ids, box)
  const [isFirst, setFirst] = useState(first !== undefined)
  const shown = isFirst && first !== undefined && ids.includes(first) ? first : active
  const activate = (id: string): void => {
    setFirst(false)
    setActive(id)
  }
  return (
    <ThreePane
      list={
        <>
          <ListToolRow summary={t('ballots.count', { count: rows.length })} />
          <VirtualList<BallotRow>
            label={t('shell.nav.ballots')}
            entries={rows.map((item) => ({ kind: 'row', id: item.id, item }) as const)}
            activeId={shown}
            onActivate={activate}
            onOpen={() => panes.read()}
            isAutoFocused
            empty={<EmptyState text={t(`ballots.empty.${box}`)} />}
            renderRow={(row, state) => (
              <BallotLine row={row} slips={slips.filter(({ ballot }) => ballot === row.id)} state={state} />
            )}
          />
        </>
      }
      reading={
        shown === null ? (
          <EmptyState text={t('ballots.noSelection')} />
        ) : (
          <BallotPane key={shown} id={shown} {...ways} />
        )
      }
      {...panes.props}
    />
  )
}

const owedBy = (post: string, slips: readonly SlipRow[]): ReadonlySet<string> =>
  new Set(
    slips
      .filter(({ member, answer, lapsed }) => member === post && answer === null && lapsed === null)
      .map(({ ballot }) => ballot),
  )

function boxOf(
  id: string | undefined,
  ended: readonly BallotRow[] | undefined,
  owed: ReadonlySet<string>,
): BoxId | undefined {
  if (id === undefined) return undefined
  if (owed.has(id)) return 'toAnswer'
  return ended?.some((row) => row.id === id) === true ? 'ended' : 'running'
}

interface NewBallotProps {
  readonly onClose: () => void
  readonly onMade: () => void
}

function NewBallot({ onClose, onMade }: NewBallotProps) {
  const t = useT()
  const desk = useDesk()
  const act = useAct()
  return (
    <BallotSheet
      title={t('ballots.verbs.new')}
      onClose={onClose}
      onDone={(details) => {
        void act({ kind: 'ballot', id: desk.newId() }, 'ballot.draft', details).then((done) => {
          if (done === undefined) return
          onMade()
          onClose()
        })
      }}
    />
  )
}
