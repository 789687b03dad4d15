import type { PublishProblem } from '#shared/protocol/calendar-server.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { isSoon, useCalendarServer } from '../hooks/use-calendar-server.ts'
import { PublishingWords, type Remedy } from './publishing-words.tsx'
import classes from './publishing.module.css'

/** How the schedule gets to the agency's calendar server, for whoever publishes it; nothing where it has none. `publishedAt`: of the version that counts. */
export function WeekServerLine({ publishedAt }: { readonly publishedAt: string | undefined }) {
  const t = useT()
  const { answer } = useCalendarServer(({ weeks }) => {
    if (weeks === null) return false
    const { publishing } = weeks
    const isBehind = publishing.problem === null && (publishing.publishedAt ?? '') < (publishedAt ?? '')
    return isBehind || isSoon(publishing)
  })
  const weeks = answer?.weeks
  if (weeks == null) return null
  return (
    <div className={classes.week}>
      <span>{t('schedule.server.weeks', { server: weeks.server })}</span>
      <PublishingWords publishing={weeks.publishing} remedyOf={remedyOf} />
    </div>
  )
}

/** The operator named that server and its account. */
const remedyOf = (problem: PublishProblem): Remedy | null =>
  problem === 'wrong-password' || problem === 'collection-refused' ? 'tellOperator' : null
