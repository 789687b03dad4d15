import { useState } from 'react'
import type { TaskOrigin } from '#shared/domain/work/task.ts'
import { absenceAhead, absenceOn, type AbsencePeriod } from '#shared/domain/directory/absence-decider.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { uuidV7 } from '#shared/kernel/uuid.ts'
import { useAbsences } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { TextRow } from '../../../ui/text-row.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { DeadlineInput } from '../../../workplace/tasks/deadline-input.tsx'
import { postOf, usePeopleOptions } from '../../../workplace/tasks/people-options.ts'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import { LeaveWork } from '../components/leave-work.tsx'
import { Signing } from '../components/signing.tsx'
import { UseLog } from '../components/use-log.tsx'
import classes from './delegation-screen.module.css'

interface DelegationScreenProps {
  readonly onOpenOrigin: (origin: TaskOrigin) => void
}

/** Who signs for the head by order or by authorisation; who is away and who stands in; and what came to whom because of it, with both names. */
export function DelegationScreen({ onOpenOrigin }: DelegationScreenProps) {
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
            <UseLog onOpenOrigin={onOpenOrigin} />
          </PanelSection>
        </div>
      </div>
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
        <PeopleRow label={t('delegation.deputy')} options={options} value={deputy} onChange={setDeputy} />
        <TextRow label={t('common.fields.reason')} isOptional value={reason} onValue={setReason} />
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
