import { beginning, MOST_TITLE_UNITS } from '#shared/exchange/calendar/event.ts'
import type { FileRow, FileRowState, OpenedFile } from '#shared/exchange/calendar/personal/open-file.ts'
import { instantMsOf, zonesOf } from '#shared/exchange/calendar/zones.ts'
import { calendarOf } from '#shared/exchange/calendar/personal/entry-calendar.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Chip, type Tone } from '../../../ui/chip.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import type { IconName } from '../../../ui/icons.ts'
import { daysWords, hoursWords } from './time-words.ts'
import { dayOfMs } from './calendar-item.ts'
import classes from './personal.module.css'

interface ImportSheetProps {
  readonly name: string
  readonly opened: Extract<OpenedFile, { readonly kind: 'events' }>
  readonly onClose: () => void
  readonly onKeep: (rows: readonly FileRow[]) => void
}

const looks: Readonly<Record<FileRowState, { readonly tone: Tone; readonly icon: IconName }>> = {
  new: { tone: 'ok', icon: 'plus' },
  changed: { tone: 'soon', icon: 'pencil' },
  same: { tone: 'done', icon: 'check' },
  refused: { tone: 'over', icon: 'x' },
}
const states = ['refused', 'changed', 'new', 'same'] as const
const MOST_SHOWN = 200

/** What a calendar file brings, before anything is kept. */
export function ImportSheet({ name, opened: { rows, leftOut }, onClose, onKeep }: ImportSheetProps) {
  const t = useT()
  const wanted = rows.filter(({ state }) => state === 'new' || state === 'changed')
  const sorted = states.flatMap((state) => rows.filter((row) => row.state === state))
  const done = (): void => {
    if (wanted.length > 0) onKeep(wanted)
  }
  const count = (state: FileRowState): number => rows.filter((row) => row.state === state).length
  return (
    <FormSheet
      width={680}
      title={t('schedule.mine.file.title')}
      description={name}
      confirm={t('schedule.mine.file.keep', { count: wanted.length })}
      isReady={wanted.length > 0}
      onClose={onClose}
      onConfirm={done}
    >
      <p className={classes.chips}>
        {states.map((state) =>
          count(state) === 0 ? null : (
            <Chip key={state} {...looks[state]}>
              {`${t(`schedule.mine.file.states.${state}`)}: ${String(count(state))}`}
            </Chip>
          ),
        )}
        {leftOut > 0 && <span>{t('schedule.mine.file.leftOut', { count: leftOut })}</span>}
      </p>
      <ul className={classes.rows} tabIndex={0} aria-label={t('schedule.mine.file.title')}>
        {sorted.slice(0, MOST_SHOWN).map((row) => (
          <Row key={row.uid} row={row} />
        ))}
      </ul>
      {sorted.length > MOST_SHOWN && (
        <p>{t('schedule.mine.file.more', { count: sorted.length - MOST_SHOWN })}</p>
      )}
    </FormSheet>
  )
}

function Row({ row }: { readonly row: FileRow }) {
  const t = useT()
  const formats = useFormats()
  const { event, entry, state, reason, uid } = row
  const zones = zonesOf(calendarOf([entry]))
  const [fromMs, untilMs] =
    event === undefined ? [undefined, 0] : [instantMsOf(event.start, zones), instantMsOf(event.end, zones)]
  const day = fromMs === undefined ? undefined : dayOfMs(fromMs)
  const hours =
    event?.start.kind === 'date' || fromMs === undefined ? '' : `, ${hoursWords(formats, fromMs, untilMs)}`
  return (
    <li className={classes.row}>
      <Chip {...looks[state]}>{t(`schedule.mine.file.states.${state}`)}</Chip>
      <b>{event?.summary ?? beginning(uid, MOST_TITLE_UNITS)}</b>
      {day !== undefined && <span className="num">{`${daysWords(formats, day, day)}${hours}`}</span>}
      {reason !== null && <span>{t(`schedule.mine.file.reasons.${reason}`)}</span>}
    </li>
  )
}
