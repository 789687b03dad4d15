import type { Amendment } from '#shared/domain/meetings/meeting.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import classes from './concluding.module.css'

interface AmendmentListProps {
  readonly amendments: readonly Amendment[]
  /** The one that the keys answer. */
  readonly next: string | undefined
  /** Whether the post at this desk answers them. */
  readonly mayAnswer: boolean
  readonly onTake: (amendment: string) => void
  readonly onDecline: (amendment: string) => void
}

/** Wishes to change what the minutes say of an item, each with its answer. */
export function AmendmentList({ amendments, next, mayAnswer, onTake, onDecline }: AmendmentListProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  if (amendments.length === 0) return null
  return (
    <ul className={classes.amendments} aria-label={t('concluding.amendment.title')}>
      {amendments.map(({ id, text, by, at, settled }) => (
        <li key={id} className={classes.amendment}>
          <span className="dim">
            {t('concluding.amendment.by', { name: nameOf(by.post), time: formats.dateTime(at) })}
          </span>
          <p className={classes.amendmentText}>{text}</p>
          {settled !== null && (
            <span className={classes.taskFoot}>
              <Chip tone={settled.isTaken ? 'ok' : 'done'} icon={settled.isTaken ? 'check' : 'x'}>
                {t(settled.isTaken ? 'concluding.amendment.taken' : 'concluding.amendment.declined')}
              </Chip>
              {settled.words !== '' && <span>{settled.words}</span>}
            </span>
          )}
          {settled === null && mayAnswer && (
            <span className={classes.taskFoot}>
              <Button
                size="small"
                variant={id === next ? 'primary' : 'default'}
                icon="check"
                keyHint={id === next ? 'Y' : undefined}
                onClick={() => onTake(id)}
              >
                {t('concluding.amendment.take')}
              </Button>
              <Button size="small" keyHint={id === next ? 'X' : undefined} onClick={() => onDecline(id)}>
                {t('concluding.amendment.decline')}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
