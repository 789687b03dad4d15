import { codeOfLetter, verdictOf, type Letter } from '#shared/domain/correspondence/letter.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { DeadlineChip } from '../../../ui/deadline-chip.tsx'
import { deadlineView, stampOf } from '../../../ui/deadline-view.ts'
import { UrgencyStamp } from '../../../ui/urgency-stamp.tsx'
import { VerdictBadge } from '../../../ui/verdict-badge.tsx'
import { useToday } from '../../../workplace/today.ts'
import { shownVerdict } from './letter-rows.ts'
import classes from './letter.module.css'

/** Number, kind, date, issuer and signer; deadline and verdict at the right; the subject in full. */
export function LetterHeader({ letter }: { readonly letter: Letter }) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const { content } = letter
  const stamp = stampOf(content.urgency)
  const dueDate = letter.directive?.deadline ?? content.dueDate
  const deadline =
    letter.status === 'finished' && letter.finishedAt !== null
      ? { kind: 'done' as const, date: formats.dayMonth(letter.finishedAt) }
      : deadlineView({ deadline: dueDate, urgency: content.urgency }, today)
  return (
    <header className={classes.header}>
      <div className={classes.line}>
        <span className={classes.code}>{codeOfLetter(content)}</span>
        <span>{content.typeName}</span>
        {content.issuedOn !== null && <span className="num">{formats.date(content.issuedOn)}</span>}
        {stamp !== undefined && <UrgencyStamp urgency={stamp} />}
        <span className="spacer" />
        {deadline !== undefined && <DeadlineChip deadline={deadline} />}
        {dueDate !== null && <span className="num">{formats.date(dueDate)}</span>}
      </div>
      <h2 className={classes.subject}>{content.subject}</h2>
      <div className={classes.line}>
        <strong className={classes.issuer}>{content.from.name}</strong>
        {content.signer.name !== '' && (
          <span>{t('incoming.signedBy', { name: content.signer.name, role: content.signer.title })}</span>
        )}
        {letter.number !== null && (
          <span className="num">
            {t('incoming.arrivalNumber', { number: formats.number(letter.number.number) })}
          </span>
        )}
        <span className="spacer" />
        <VerdictBadge verdict={shownVerdict(verdictOf(letter))} signatures={signatureCount(letter)} />
      </div>
    </header>
  )
}

function signatureCount(letter: Letter): number {
  return letter.files.reduce(
    (count, one) =>
      count +
      (Array.isArray(one.verdict?.report['signatures']) ? one.verdict.report['signatures'].length : 0),
    0,
  )
}
