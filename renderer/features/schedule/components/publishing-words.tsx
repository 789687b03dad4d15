import type { Publishing, PublishProblem } from '#shared/protocol/calendar-server.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Chip } from '../../../ui/chip.tsx'
import classes from './publishing.module.css'

/** What somebody can do beside what the problem itself says. */
export type Remedy = 'changePassword' | 'tellOperator'

interface PublishingWordsProps {
  readonly publishing: Publishing
  readonly remedyOf: (problem: PublishProblem) => Remedy | null
}

/** How far a calendar on its server is what it is here, and what to do where it is not. */
export function PublishingWords({ publishing, remedyOf }: PublishingWordsProps) {
  const t = useT()
  const formats = useFormats()
  const { publishedAt, entries, leftOut, problem, nextTryAt } = publishing
  const isUnderWay = nextTryAt === null
  const remedy = problem === null ? null : remedyOf(problem)
  return (
    <span className={classes.words} role="status">
      {problem !== null && (
        <>
          <Chip tone="soon" icon="alert-triangle">
            {t(`schedule.server.problems.${problem}`)}
          </Chip>
          {remedy !== null && <span>{t(`schedule.server.remedies.${remedy}`)}</span>}
          {!isUnderWay && <span>{t('schedule.server.nextTry', { time: formats.dateTime(nextTryAt) })}</span>}
        </>
      )}
      {isUnderWay ? (
        <Chip tone="info" icon="cloud-up">
          {t('schedule.server.underWay')}
        </Chip>
      ) : publishedAt === null ? (
        <span>{t('schedule.server.never')}</span>
      ) : (
        <Chip tone={problem === null ? 'ok' : 'done'} icon="cloud-check">
          {t('schedule.server.published', { time: formats.dateTime(publishedAt), count: entries })}
        </Chip>
      )}
      {leftOut > 0 && <span>{t('schedule.server.leftOut', { count: leftOut })}</span>}
    </span>
  )
}
