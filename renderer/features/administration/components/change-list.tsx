import type { ReactNode } from 'react'
import { changesNothing, type ConfigurationPreview } from '#shared/domain/configuration/preview.ts'
import type { AgencySettings, Flow } from '#shared/domain/configuration/settings.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { useDryRun } from '../hooks/use-dry-run.ts'
import { useFlowWords } from '../hooks/use-flow-words.ts'
import classes from './configuration.module.css'
import { dayRunsOf } from './day-runs.ts'
import { DryRunCounts } from './dry-run-section.tsx'
import { hourWords } from './hour-words.ts'

/** What would change, in the words of those who work with it; how much of the open work, where this desk may see it. */
export function ChangeList({
  preview,
  settings,
}: {
  readonly preview: ConfigurationPreview
  readonly settings: AgencySettings
}) {
  const t = useT()
  const me = useMe()
  const seesWork = !hasRole(me, 'administrator') || hasRole(me, 'clerk')
  return (
    // Focusable, so that what does not fit is reached without a mouse.
    <div role="group" tabIndex={0} aria-label={t('administration.configuration.sides.changes')}>
      {changesNothing(preview) ? (
        <p className={classes.note}>{t('administration.configuration.changes.none')}</p>
      ) : (
        <SettingChanges preview={preview} />
      )}
      {seesWork ? (
        <>
          {preview.flows.length > 0 && <PastChanges settings={settings} />}
          <WorkChanges preview={preview} />
        </>
      ) : (
        <p className={classes.note}>{t('administration.configuration.changes.noRight')}</p>
      )}
    </div>
  )
}

function SettingChanges({ preview }: { readonly preview: ConfigurationPreview }) {
  const t = useT()
  const formats = useFormats()
  const change = 'administration.configuration.changes' as const
  const minutes = (value: number | null): string =>
    value === null ? t(`${change}.byLaw`) : t('common.minutes', { count: value })
  return (
    <>
      <Group heading={t('administration.configuration.tabs.days')}>
        {dayRunsOf(preview.days).map(({ from, until, isWorked, count }) => (
          <li key={from}>
            <Chip tone={isWorked ? 'info' : 'over'} icon={isWorked ? 'check' : 'calendar'}>
              {t(isWorked ? `${change}.worked` : `${change}.off`)}
            </Chip>{' '}
            {from === until
              ? formats.fullDate(from)
              : `${formats.date(from)} – ${formats.date(until)} (${t('common.days', { count })})`}
          </li>
        ))}
        {preview.hours !== null && (
          <Line
            label={t('administration.configuration.days.hours')}
            was={spans(preview.hours.was)}
            becomes={spans(preview.hours.becomes)}
          />
        )}
      </Group>
      <Group heading={t('administration.configuration.tabs.limits')}>
        {preview.limits.map(({ act, mark, was, becomes }) => (
          <Line
            key={`${act} ${mark}`}
            label={`${t(`law.limits.acts.${act}`)} · ${t(`administration.configuration.limits.${mark}`)}`}
            was={minutes(was)}
            becomes={minutes(becomes)}
          />
        ))}
        {preview.handling.map(({ urgency, was, becomes }) => (
          <Line
            key={urgency}
            label={`${t('administration.configuration.limits.handling')} · ${t(`administration.configuration.urgency.${urgency}`)}`}
            was={t('common.days', { count: was })}
            becomes={t('common.days', { count: becomes })}
          />
        ))}
      </Group>
      <Group heading={t('administration.configuration.tabs.series')}>
        {preview.series.map(({ direction, kind, was, becomes }) => (
          <Line
            key={`${direction} ${kind}`}
            label={`${kind} · ${t(`administration.configuration.series.${direction}`)}`}
            was={was ?? t(`${change}.commonBook`)}
            becomes={becomes ?? t(`${change}.commonBook`)}
          />
        ))}
        {preview.books.map(({ name, next }) => (
          <li key={name}>{t(`${change}.book`, { name, number: formats.number(next) })}</li>
        ))}
      </Group>
      <Group heading={t('administration.configuration.tabs.flows')}>
        {preview.flows.map(({ id, was, becomes }) => (
          <FlowChange key={id} was={was} becomes={becomes} />
        ))}
      </Group>
      <Group heading={t('administration.configuration.tabs.symbols')}>
        {preview.symbols.map(({ unit, was, becomes }) => (
          <Line key={unit} label={unit} was={was} becomes={becomes} />
        ))}
      </Group>
    </>
  )
}

/** What the flows would have made of documents that were issued. */
function PastChanges({ settings }: { readonly settings: AgencySettings }) {
  const t = useT()
  const run = useDryRun(settings)
  if (run === undefined || run.count === 0) return null
  return (
    <>
      <h3 className={classes.groupHeading}>{t('administration.configuration.dryRun.title')}</h3>
      <DryRunCounts run={run} />
    </>
  )
}

interface FlowChangeProps {
  readonly was: Flow | null
  readonly becomes: Flow | null
}

function FlowChange({ was, becomes }: FlowChangeProps) {
  const { reach, way } = useFlowWords()
  const [before, after] = [was, becomes].map((flow) => (flow === null ? null : reach(flow)))
  const label = before === after ? before : [before, after].filter((one) => one !== null).join(' → ')
  return <Line label={label ?? ''} was={way(was)} becomes={way(becomes)} />
}

/** What the change does to work that is open on this desk. */
function WorkChanges({ preview }: { readonly preview: ConfigurationPreview }) {
  const t = useT()
  const { standings, onDaysOff, owed } = preview
  const work = 'administration.configuration.work' as const
  const lines = [
    ...standings.map(({ was, becomes, count }) =>
      t(`${work}.standing`, {
        count,
        was: t(`administration.configuration.standing.${was}`),
        becomes: t(`administration.configuration.standing.${becomes}`),
      }),
    ),
    ...(onDaysOff === 0 ? [] : [t(`${work}.onDaysOff`, { count: onDaysOff })]),
    ...(owed.earlier === 0 ? [] : [t(`${work}.earlier`, { count: owed.earlier })]),
    ...(owed.later === 0 ? [] : [t(`${work}.later`, { count: owed.later })]),
    ...(owed.late === 0 ? [] : [t(`${work}.late`, { count: owed.late })]),
  ]
  return (
    <Group heading={t(`${work}.title`)}>
      {lines.length === 0 ? (
        <li className={classes.note}>{t(`${work}.none`)}</li>
      ) : (
        lines.map((line) => <li key={line}>{line}</li>)
      )}
    </Group>
  )
}

function Group({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  const isEmpty = Array.isArray(children) && children.flat().every((child) => !child)
  if (isEmpty) return null
  return (
    <>
      <h3 className={classes.groupHeading}>{heading}</h3>
      <ul className={classes.changes}>{children}</ul>
    </>
  )
}

interface LineProps {
  readonly label: string
  readonly was: string
  readonly becomes: string
}

function Line({ label, was, becomes }: LineProps) {
  const t = useT()
  return (
    <li>
      {label}: <span className={classes.was}>{was}</span>{' '}
      <Icon name="arrow-right" size="s" label={t('administration.configuration.changes.becomes')} />{' '}
      <strong>{becomes}</strong>
    </li>
  )
}

const spans = (hours: AgencySettings['hours']): string => hours.map(hourWords).join(', ')
