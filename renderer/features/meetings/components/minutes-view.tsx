import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PdfPages } from '../../../workplace/pdf-pages.tsx'
import classes from './concluding.module.css'

/** The minutes as everybody called reads them: issued or signed as their file, before that the draft that went round. */
export function MinutesView({ meeting }: { readonly meeting: Meeting }) {
  const t = useT()
  const formats = useFormats()
  const { minutes, minutesDraft, round } = meeting
  const file = minutesDraft?.issued?.pdf ?? minutes?.pdf
  if (file !== undefined)
    return <PdfPages key={file.sha256} file={file} name={t('concluding.steps.minutes')} />
  if (round === undefined) return <EmptyState text={t('concluding.minutes.noText')} />
  return (
    <article className={classes.minutes} aria-label={t('concluding.steps.minutes')} tabIndex={0}>
      <p className="dim num">{t('concluding.minutes.text', { time: formats.dateTime(round.sentAt) })}</p>
      {round.text.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </article>
  )
}
