import { useMemo, useState } from 'react'
import {
  absenceAhead,
  absenceOn,
  deputyAhead,
  type AbsencePeriod,
} from '#shared/domain/directory/absence-decider.ts'
import type { SigningDelegation } from '#shared/domain/directory/signing-delegation.ts'
import type { Instant, LocalDate } from '#shared/kernel/instant.ts'
import { uuidV7 } from '#shared/kernel/uuid.ts'
import { useAbsences, useSigningDelegations, useTasks } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { TaskRow } from '../../../projections/tasks.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { PersonPicker } from '../../../ui/person-picker.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useIsHead, usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { DeadlineInput } from '../../../workplace/tasks/deadline-input.tsx'
import { postOf, usePeopleOptions } from '../../../workplace/tasks/people-options.ts'
import { useManyActs } from '../../../workplace/tasks/use-many-acts.ts'
import { statusKey } from '../../../workplace/tasks/task-words.ts'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import { GiveSigning } from '../components/give-signing.tsx'
import { SigningList } from '../components/signing-list.tsx'
import classes from './delegation-screen.module.css'

interface DelegationScreenProps {
  readonly onOpenLetter: (letter: string) => void
}

/** Who signs for the head by order or by authorisation; who is away and who stands in; and what came to whom because of it, with both names. */
export function DelegationScreen({ onOpenLetter }: DelegationScreenProps) {
  const t = useT()
  const { post } = useDesk()
  const today = useToday()
  const absences = useAbsences() ?? []
  const own = absences.find((one) => one.id === post)?.periods ?? []
  const others = absences.flatMap((one) =>
    one.id === post
      ? []
      : one.periods
          .filter((period) => period.endedAt === null && period.until >= today)
          .map((period) => ({ whose: one.id, period })),
  )
  return (
    <>
      <ScreenHeader title={t('delegation.title')} />
      <div className={classes.page}>
        <div className={classes.column}>
          <Declare />
          <PanelSection heading={t('delegation.mine')}>
            <Periods
              list={own.toReversed().map((period) => ({ whose: post, period }))}
              empty={t('delegation.noneOfMine')}
              isOwn
            />
          </PanelSection>
          <PanelSection heading={t('delegation.others')} isLast>
            <Periods list={others} empty={t('delegation.nobodyAway')} isOwn={false} />
          </PanelSection>
        </div>
        <div className={classes.column}>
          <Signing />
          <PanelSection heading={t('delegation.log')} isLast>
            <UseLog onOpenLetter={onOpenLetter} />
          </PanelSection>
        </div>
      </div>
    </>
  )
}

/** What the head gives to sign, and what was given to whom. */
function Signing() {
  const t = useT()
  const isHead = useIsHead()
  const today = useToday()
  const delegations = useSigningDelegations() ?? []
  const isOver = ({ endedAt, until }: SigningDelegation): boolean =>
    endedAt !== null || (until !== null && until < today)
  const over = delegations.filter(isOver)
  return (
    <>
      {isHead && <GiveSigning />}
      <PanelSection heading={t('delegation.signing.title')}>
        <SigningList list={delegations.filter((one) => !isOver(one))} />
      </PanelSection>
      {over.length > 0 && (
        <PanelSection heading={t('delegation.signing.over')}>
          <SigningList list={over.toReversed()} />
        </PanelSection>
      )}
    </>
  )
}

/** Deputy, first and last day, reason. */
function Declare() {
  const t = useT()
  const desk = useDesk()
  const today = useToday()
  const nameOf = usePostNames()
  const act = useUndoableAct()
  const options = usePeopleOptions().filter((one) => postOf(one.id) === one.id)
  const [deputy, setDeputy] = useState<readonly string[]>([])
  const [from, setFrom] = useState<LocalDate | null>(today)
  const [until, setUntil] = useState<LocalDate | null>(null)
  const [reason, setReason] = useState('')
  const [round, setRound] = useState(0)
  const [chosen] = deputy
  const isReady = chosen !== undefined && from !== null && until !== null && until >= from
  const declare = (): void => {
    if (!isReady) return
    const random = crypto.getRandomValues(new Uint8Array(10))
    void act(
      { kind: 'absence', id: desk.post },
      'absence.declare',
      { post: desk.post, period: uuidV7(Date.now(), random), from, until, deputy: chosen, reason },
      { icon: 'user-share', text: t('delegation.done.declared', { name: nameOf(chosen) }) },
    ).then((done) => {
      if (done === undefined) return
      setDeputy([])
      setReason('')
      setRound(round + 1)
    })
  }
  return (
    <PanelSection heading={t('delegation.declare')}>
      <div className={classes.form} key={round}>
        <FieldRow label={t('delegation.deputy')}>
          {(field) => (
            <PersonPicker
              label={t('delegation.deputy')}
              field={field}
              options={options}
              value={deputy}
              onChange={setDeputy}
            />
          )}
        </FieldRow>
        <FieldRow label={t('common.fields.reason')} isOptional>
          {(field) => (
            <TextField {...field} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          )}
        </FieldRow>
        <DeadlineInput
          label={t('common.fields.fromDate')}
          otherwise={today}
          onDate={setFrom}
          onSubmit={declare}
        />
        <DeadlineInput
          label={t('common.fields.toDate')}
          otherwise={null}
          onDate={setUntil}
          onSubmit={declare}
        />
      </div>
      <div className={classes.foot}>
        <span className="dim">{t('delegation.explain')}</span>
        <span className="spacer" />
        <Button variant="primary" disabled={!isReady} onClick={declare}>
          {t('delegation.verb')}
        </Button>
      </div>
    </PanelSection>
  )
}

interface PeriodsProps {
  readonly list: readonly { readonly whose: string; readonly period: AbsencePeriod }[]
  readonly empty: string
  readonly isOwn: boolean
}

function Periods({ list, empty, isOwn }: PeriodsProps) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const nameOf = usePostNames()
  const act = useUndoableAct()
  if (list.length === 0) return <p className="dim">{empty}</p>
  const next = absenceAhead({ id: '', periods: list.map(({ period }) => period) }, today)
  return (
    <ul className={classes.list}>
      {list.map(({ whose, period }) => {
        const isNow = absenceOn({ id: whose, periods: [period] }, today) !== undefined
        const isOver = period.endedAt !== null || period.until < today
        return (
          <li key={period.id} className={classes.item}>
            <Chip
              tone={isNow ? 'soon' : isOver ? 'done' : 'info'}
              icon={isNow ? 'clock' : isOver ? 'check' : 'calendar'}
            >
              {t(
                isNow ? 'delegation.state.now' : isOver ? 'delegation.state.over' : 'delegation.state.ahead',
              )}
            </Chip>
            <span className="num">
              {formats.date(period.from)} – {formats.date(period.until)}
            </span>
            <span className={classes.names}>
              {isOwn
                ? t('delegation.toDeputy', { name: nameOf(period.deputy) })
                : t('delegation.pair', { name: nameOf(whose), deputy: nameOf(period.deputy) })}
              {period.reason !== '' && <span className="dim"> · {period.reason}</span>}
            </span>
            {isOwn && period === next && <LeaveWork />}
            {isOwn && !isOver && (
              <Button
                size="small"
                onClick={() =>
                  void act(
                    { kind: 'absence', id: whose },
                    'absence.end',
                    { period: period.id },
                    { icon: 'check', text: t('delegation.done.ended') },
                  )
                }
              >
                {t('delegation.end')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Passes all open work of one's own to who stands in, with one undo. */
function LeaveWork() {
  const t = useT()
  const { post } = useDesk()
  const nameOf = usePostNames()
  const many = useManyActs()
  const today = useToday()
  const absences = useAbsences() ?? []
  const deputy = deputyAhead((_, id) => absences.find((one) => one.id === id), post, today)
  const rows = (useTasks('open') ?? []).filter(
    (row) => row.holder === post && row.assignee === post && row.role !== 'inform',
  )
  if (rows.length === 0) return null
  const leave = (): void => {
    const acts = rows.map(({ id }) => ({
      aggregate: { kind: 'task', id } as const,
      type: 'task.leaveToDeputy',
      payload: {},
    }))
    void many(acts, ({ length: count }) => ({
      icon: 'user-share',
      text: t('delegation.done.left', { count, name: nameOf(deputy) }),
    }))
  }
  return (
    <Button size="small" icon="user-share" onClick={leave}>
      {t('delegation.leave', { count: rows.length })}
    </Button>
  )
}

/** When the deputy got it. */
const handedAt = ({ holders, since }: TaskRow): Instant =>
  holders.findLast((one) => one.insteadOf !== null)?.from ?? since

/** Every task that went to a deputy: for whom, by whom, when. */
function UseLog({ onOpenLetter }: DelegationScreenProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const open = useTasks('open')
  const closed = useTasks('closed')
  const rows = useMemo(
    () =>
      [...(open ?? []), ...(closed ?? [])]
        .filter((row) => row.insteadOf !== null)
        .toSorted((a, b) => (handedAt(a) < handedAt(b) ? 1 : -1)),
    [open, closed],
  )
  if (rows.length === 0) return <p className="dim">{t('delegation.noUse')}</p>
  const line = (row: TaskRow) => (
    <li key={row.id} className={classes.item}>
      <span className="num dim">{formats.dateTime(handedAt(row))}</span>
      <button type="button" className={classes.subject} onClick={() => onOpenLetter(row.letter)}>
        {row.subject}
      </button>
      <span className={classes.names}>
        {t('delegation.pair', { name: nameOf(row.insteadOf), deputy: nameOf(row.assignee) })}
      </span>
      <Chip tone="info">{t(statusKey(row))}</Chip>
    </li>
  )
  return <ul className={classes.list}>{rows.map(line)}</ul>
}
