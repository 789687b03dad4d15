import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useSaveTables } from '../../../workplace/use-save-tables.ts'
import { MeetingTasks } from '../components/meeting-tasks.tsx'
import { statusLooks } from '../components/meeting-words.ts'
import classes from '../components/series.module.css'
import { useSeriesSummary, type SeriesSummary } from '../hooks/use-series-summary.ts'
import { seriesTable, type SeriesConclusion } from '../use-cases/series-summary.ts'

interface SeriesScreenProps {
  readonly id: string
  readonly onMeeting: (id: string) => void
}

/** All that a series of meetings concluded, the newest first, with how far the tasks out of it are; and its dates. */
export function SeriesScreen({ id, onMeeting }: SeriesScreenProps) {
  const t = useT()
  const summary = useSeriesSummary(id)
  const save = useSaveTables()
  const nameOf = usePostNames()
  if (summary === undefined) return <SkeletonRows />
  const { rows, conclusions, tasks } = summary
  const [first] = rows
  return (
    <>
      <ScreenHeader
        title={t('series.compileTitle', { title: first?.title ?? '' })}
        actions={
          <Button
            size="small"
            icon="download"
            aria-label={t('common.tables.as.xlsx')}
            disabled={conclusions.length === 0}
            onClick={() =>
              save('xlsx', t('series.table.file'), () =>
                Promise.resolve([seriesTable(t, conclusions, tasks, nameOf)]),
              )
            }
          >
            {t('common.tables.form.xlsx')}
          </Button>
        }
      />
      <div className={classes.compiled}>
        <Dates summary={summary} onMeeting={onMeeting} />
        <section className={classes.conclusions} aria-label={t('series.table.name')} tabIndex={0}>
          <Figures summary={summary} />
          {conclusions.length === 0 ? (
            <EmptyState text={t('series.compileEmpty')} />
          ) : (
            <ol className={classes.list}>
              {conclusions.map((one) => (
                <Line key={`${one.meeting.id} ${one.item.id}`} of={one} onMeeting={onMeeting} />
              ))}
            </ol>
          )}
        </section>
      </div>
    </>
  )
}

interface PartProps {
  readonly summary: SeriesSummary
}

function Figures({ summary: { rows, figures } }: PartProps) {
  const t = useT()
  const held = rows.filter(({ status }) => status === 'concluded' || status === 'archived').length
  const of = rows.filter(({ status }) => status !== 'cancelled').length
  return (
    <p className={classes.figures}>
      <Chip tone="info" icon="repeat">
        {t('series.summary.held', { held, of })}
      </Chip>
      <span>{t('series.summary.conclusions', { count: figures.conclusions })}</span>
      <span>{t('series.summary.tasks', { count: figures.tasks })}</span>
      {figures.open > 0 && <span>{t('series.summary.open', { count: figures.open })}</span>}
      {figures.overdue > 0 && (
        <Chip tone="over" icon="alert-triangle">
          {t('series.summary.overdue', { count: figures.overdue })}
        </Chip>
      )}
    </p>
  )
}

function Dates({ summary: { rows }, onMeeting }: PartProps & Pick<SeriesScreenProps, 'onMeeting'>) {
  const t = useT()
  const formats = useFormats()
  return (
    <nav className={classes.side} aria-label={t('series.dates')}>
      <ol className={classes.list}>
        {rows.map(({ id, from, until, status, series }) => (
          <li key={id} className={classes.sideLine}>
            <button type="button" className={classes.sideButton} onClick={() => onMeeting(id)}>
              <span className="num">
                {t('series.number', { number: series.number, of: series.of })} · {formats.fullDate(from)}
              </span>
              <span className={classes.sideFoot}>
                <span className="dim num">
                  {formats.time(from)}–{formats.time(until)}
                </span>
                <Chip {...statusLooks[status]}>{t(`meetings.status.${status}`)}</Chip>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Line({
  of: { meeting, item, text },
  onMeeting,
}: {
  readonly of: SeriesConclusion
  readonly onMeeting: (id: string) => void
}) {
  const t = useT()
  const formats = useFormats()
  const { series } = meeting
  const number =
    series === undefined ? '' : `${t('series.number', { number: series.number, of: series.of })} · `
  return (
    <li className={classes.conclusion}>
      <Button size="small" variant="quiet" icon="calendar" onClick={() => onMeeting(meeting.id)}>
        {`${number}${formats.date(meeting.from)}`}
      </Button>
      <h2 className={classes.item}>{item.title}</h2>
      <p className={classes.text}>{text}</p>
      <MeetingTasks meeting={meeting} item={item.id} />
    </li>
  )
}
