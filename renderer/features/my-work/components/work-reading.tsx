import type { ReactNode } from 'react'
import { useT } from '../../../i18n/language-provider.tsx'
import { originOfWork, type WorkRow, type WorkOrigin } from '../../../projections/work.ts'
import { Button } from '../../../ui/button.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { ruleNotice } from '../../../workplace/refusal-notice.tsx'
import { TaskPane } from '../../../workplace/tasks/task-pane.tsx'
import classes from './my-work.module.css'
import { ProposedMeetingTime } from './proposed-meeting-time.tsx'

interface WorkReadingProps {
  readonly row: WorkRow
  /** A letter with its verbs and its directive box. */
  readonly letterPane: (letter: string) => ReactNode
  readonly onOpenDocument: (id: string) => void
  readonly onOpenOrigin: (origin: WorkOrigin) => void
}

/** What is to be done, beside the list: the letter itself, a task given to others, or a document to be opened. */
export function WorkReading({ row, letterPane, onOpenDocument, onOpenOrigin }: WorkReadingProps) {
  const t = useT()
  const nameOf = usePostNames()
  const origin = originOfWork(row)
  const isOfMeeting = row.about.kind === 'task' && origin?.kind === 'meeting'
  if (isOfMeeting || row.reason === 'taskReturned' || row.reason === 'extension')
    return <TaskPane id={row.about.id} onOpenOrigin={onOpenOrigin} />
  if (row.about.kind !== 'document' && row.letter !== null) return letterPane(row.letter)
  return (
    <article className={classes.note} aria-label={row.subject}>
      <span className="dim">{`${t(`today.work.${row.reason}`)} · ${nameOf(row.from)}`}</span>
      <h2 className={classes.noteSubject}>{row.subject}</h2>
      {row.reason === 'checkForm' && <p className="dim">{ruleNotice(t, 'form-check-missing').citation}</p>}
      {row.reason === 'meetingTime' && <ProposedMeetingTime meeting={row.about.id} by={row.from} />}
      {row.note !== '' && <p className={classes.noteWords}>{row.note}</p>}
      <div>
        <Button
          variant="primary"
          keyHint="Enter"
          onClick={() =>
            row.about.kind !== 'document' && origin !== null
              ? onOpenOrigin(origin)
              : onOpenDocument(row.about.id)
          }
        >
          {t('common.open')}
        </Button>
      </div>
    </article>
  )
}
