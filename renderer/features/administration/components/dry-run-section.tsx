import type { DryRunCase } from '#shared/domain/configuration/dry-run.ts'
import type { AgencySettings } from '#shared/domain/configuration/settings.ts'
import type { Route } from '#shared/domain/documents/document.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { hasRole, useMe, usePostNames } from '../../../workplace/me.ts'
import { ruleNotice } from '../../../workplace/refusal-notice.tsx'
import { useDryRun, type DryRunHere, type PastLine } from '../hooks/use-dry-run.ts'
import classes from './configuration.module.css'

interface DryRunSectionProps {
  readonly settings: AgencySettings
  readonly onOpenDocument: (id: string) => void
}

const texts = 'administration.configuration.dryRun'
const SHOWN = 100

/** The flows that are being written, run over documents that were issued: counts first, then each that would have gone another way. */
export function DryRunSection({ settings, onOpenDocument }: DryRunSectionProps) {
  const t = useT()
  const me = useMe()
  const run = useDryRun(settings)
  if (run === undefined) return null
  const cases = [...run.refused, ...run.other]
  const seesNothing = hasRole(me, 'administrator') && run.count === 0
  return (
    <section className={classes.dryRun} aria-label={t(`${texts}.title`)}>
      <h3 className={classes.groupHeading}>{t(`${texts}.title`)}</h3>
      {run.count === 0 ? (
        <p className={classes.note}>{t(seesNothing ? `${texts}.noRight` : `${texts}.nothing`)}</p>
      ) : (
        <DryRunCounts run={run} />
      )}
      {cases.length > 0 && (
        <ul className={classes.cases} aria-label={t(`${texts}.cases`)}>
          {cases.slice(0, SHOWN).map((one) => (
            <Case key={one.document.id} of={one} onOpen={onOpenDocument} />
          ))}
        </ul>
      )}
      {cases.length > SHOWN && (
        <p className={classes.note}>{t(`${texts}.more`, { shown: SHOWN, count: cases.length })}</p>
      )}
    </section>
  )
}

/** How many would have gone as they went, another way, or not at all. */
export function DryRunCounts({ run }: { readonly run: DryRunHere }) {
  const t = useT()
  const { same, other, refused, count, isRecent } = run
  return (
    <div role="status">
      <p className={classes.note}>{t(isRecent ? `${texts}.recent` : `${texts}.all`, { count })}</p>
      <p className={classes.counts}>
        {refused.length > 0 && (
          <Chip tone="over" icon="alert-circle">
            {t(`${texts}.refused`, { count: refused.length })}
          </Chip>
        )}
        <Chip tone={other.length > 0 ? 'info' : 'done'} icon="arrows-exchange">
          {t(`${texts}.other`, { count: other.length })}
        </Chip>
        <Chip tone="ok" icon="circle-check">
          {t(`${texts}.same`, { count: same.length })}
        </Chip>
      </p>
    </div>
  )
}

interface CaseProps {
  readonly of: DryRunCase<PastLine>
  readonly onOpen: (id: string) => void
}

function Case({ of: { document, becomes, rule }, onOpen }: CaseProps) {
  const t = useT()
  const notice = rule === null ? null : ruleNotice(t, rule)
  return (
    <li>
      <button type="button" className={classes.case} onClick={() => onOpen(document.id)}>
        <span className={classes.caseHead}>
          <strong className="num">{document.code}</strong>
          <span className="ellipsis">{document.subject}</span>
        </span>
        <Way label={t(`${texts}.was`)} drafter={document.drafter} route={document.route} />
        <Way
          label={t(`${texts}.becomes`)}
          drafter={document.drafter}
          route={becomes}
          before={document.route}
        />
        {notice !== null && (
          <span className={classes.refusedBy}>
            <Icon name="alert-circle" size="s" /> {notice.words}{' '}
            {notice.citation !== null && <span className={classes.source}>{notice.citation}</span>}
          </span>
        )}
      </button>
    </li>
  )
}

interface WayProps {
  readonly label: string
  readonly drafter: string
  readonly route: Route
  /** What of it is new stands out. */
  readonly before?: Route
}

function Way({ label, drafter, route, before }: WayProps) {
  const t = useT()
  const nameOf = usePostNames()
  const { reviewer, checker, signer } = route
  const checked = checker === undefined ? t(`${texts}.unchecked`) : nameOf(checker)
  const steps = [
    { id: 'reviewer', name: nameOf(reviewer), isNew: false },
    ...(checker === undefined && before?.checker === undefined
      ? []
      : [{ id: 'checker', name: checked, isNew: before !== undefined && before.checker !== checker }]),
    { id: 'signer', name: nameOf(signer), isNew: before !== undefined && before.signer !== signer },
  ]
  return (
    <span className={classes.way}>
      <span className={classes.wayLabel}>{label}</span>
      <span>
        {nameOf(drafter)}
        {steps.map(({ id, name, isNew }) => (
          <span key={id}>
            {' → '}
            {isNew ? <strong>{name}</strong> : name}
            {id === 'checker' && checker !== undefined && ` (${t('drafting.route.check')})`}
          </span>
        ))}
      </span>
    </span>
  )
}
