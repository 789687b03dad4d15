import { periodAround, periodBefore, periodKinds, type Period } from '#shared/domain/boards/period.ts'
import { addDays } from '#shared/domain/calendar/days.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { IconButton } from '../../../ui/button.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { useToday } from '../../../workplace/today.ts'
import { kindOf, type BoardAddress } from '../board-address.ts'
import classes from './boards.module.css'

interface PeriodBarProps {
  readonly address: BoardAddress
  readonly period: Period
  readonly onAddress: (address: BoardAddress) => void
}

/** Week, month, quarter, year or dates of one's own; the spans before and after are one press away. */
export function PeriodBar({ address, period, onAddress }: PeriodBarProps) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const kind = kindOf(address)
  return (
    <div className={classes.period}>
      <ChoiceBar
        label={t('boards.period.label')}
        choices={[...periodKinds, 'own' as const].map((one) => ({
          value: one,
          label: t(`boards.period.${one}`),
        }))}
        value={kind}
        onChange={(next) =>
          onAddress(
            next === 'own' ? { kind: next, ...period } : { kind: next, from: anchorOf(period, today) },
          )
        }
      />
      {kind === 'own' ? (
        <>
          <DateField
            label={t('boards.period.from')}
            value={period.from}
            onChange={(from) => onAddress({ kind, ...period, from: from ?? period.from })}
          />
          <DateField
            label={t('boards.period.to')}
            value={period.to}
            min={period.from}
            onChange={(to) => onAddress({ kind, ...period, to: to ?? period.to })}
          />
        </>
      ) : (
        <>
          <IconButton
            icon="chevron-left"
            label={t('boards.period.before')}
            onClick={() => onAddress({ kind, from: periodBefore(kind, period).from })}
          />
          <span className="num">
            {t('boards.period.days', { from: formats.date(period.from), to: formats.date(period.to) })}
          </span>
          <IconButton
            icon="chevron-right"
            label={t('boards.period.after')}
            onClick={() => onAddress({ kind, from: periodAround(kind, addDays(period.to, 1)).from })}
          />
        </>
      )}
    </div>
  )
}

/** The day that another kind of period is laid around: today when it lies in the one that is shown. */
const anchorOf = ({ from, to }: Period, today: string): string =>
  today >= from && today <= to ? today : from
