import { Fragment, useState } from 'react'
import { addDays } from '#shared/domain/calendar/days.ts'
import { ANSWER_WITHIN_DAYS } from '#shared/domain/records/retention.ts'
import type { Submission } from '#shared/domain/records/submission-decider.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import { useCaseFile } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useRetentionWords } from '../../../workplace/records/retention-words.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { useSaveAs } from '../../../workplace/use-save-as.ts'
import { FileContents } from './file-contents.tsx'
import classes from './records.module.css'

interface SubmissionCardProps {
  readonly submission: Submission
  readonly isArchivist: boolean
}

/** Files that were submitted together: agree or send back, each with its reason (Circular 05/2025 Art 19). */
export function SubmissionCard({ submission, isArchivist }: SubmissionCardProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const kept = useRetentionWords()
  const act = useAct()
  const toast = useToast()
  const saveIndex = useSaveAs('muc-luc-nop-luu.pdf')
  const saveMinutes = useSaveAs('bien-ban-giao-nhan.pdf')
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const { files, from, sentAt } = submission
  const answers = files.map(({ id }) => ({
    file: id,
    agreed: reasons[id] === undefined,
    reason: reasons[id] ?? '',
  }))
  const isReady = answers.every((one) => one.agreed || one.reason.trim() !== '')
  const isAllAgreed = answers.every((one) => one.agreed)
  const answer = async (): Promise<void> => {
    const ref = { kind: 'submission', id: submission.id } as const
    if ((await act(ref, 'submission.answer', { answers })) !== undefined)
      toast.show({ icon: 'circle-check', text: t('records.archive.answered') })
  }
  return (
    <section className={classes.card}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          {t('records.archive.submission', {
            name: nameOf(from.post),
            count: files.length,
            date: formats.date(sentAt),
          })}
        </h2>
        <Chip tone="soon" icon="clock">
          {t('records.archive.answerBy', {
            date: formats.date(addDays(localDateOf(sentAt), ANSWER_WITHIN_DAYS)),
          })}
        </Chip>
        <span className={classes.grow} />
        <Button size="small" variant="quiet" icon="file-text" onClick={() => saveIndex(submission.index)}>
          {t('records.verbs.index')}
        </Button>
        <Button size="small" variant="quiet" icon="file-text" onClick={() => saveMinutes(submission.minutes)}>
          {t('records.verbs.minutes')}
        </Button>
      </div>
      {files.map((file) => (
        <Fragment key={file.id}>
          <div className={classes.line}>
            <strong className="num">{file.notation}</strong>
            <span className={classes.grow}>
              {file.title} · {t('records.count', { count: file.itemCount })} · {kept(file.retention)}
            </span>
            {file.isLate && <Chip tone="over">{t('records.archive.late')}</Chip>}
            {isArchivist && (
              <>
                {reasons[file.id] !== undefined && (
                  <TextField
                    aria-label={t('records.archive.reason')}
                    placeholder={t('records.archive.reason')}
                    value={reasons[file.id] ?? ''}
                    onChange={(event) => setReasons({ ...reasons, [file.id]: event.currentTarget.value })}
                  />
                )}
                <ChoiceBar
                  label={file.title}
                  choices={[
                    { value: 'agree', label: t('records.archive.agree') },
                    { value: 'sendBack', label: t('records.archive.sendBack') },
                  ]}
                  value={reasons[file.id] === undefined ? 'agree' : 'sendBack'}
                  onChange={(choice) => setReasons(withChoice(reasons, file.id, choice))}
                />
              </>
            )}
          </div>
          <SubmittedContents id={file.id} />
        </Fragment>
      ))}
      {isArchivist && (
        <div className={classes.line}>
          <Button variant="primary" icon="circle-check" disabled={!isReady} onClick={() => void answer()}>
            {isAllAgreed ? t('records.archive.agreeAll') : t('records.archive.answer')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** What the archivist looks through before answering. */
function SubmittedContents({ id }: { readonly id: string }) {
  const t = useT()
  const seen = useCaseFile(id)
  if (seen == null) return null
  return (
    <details className={classes.note}>
      <summary>{t('records.contents')}</summary>
      <FileContents file={seen.state} onTakeOut={null} />
    </details>
  )
}

function withChoice(
  reasons: Readonly<Record<string, string>>,
  file: string,
  choice: 'agree' | 'sendBack',
): Readonly<Record<string, string>> {
  if (choice === 'sendBack') return { ...reasons, [file]: '' }
  return Object.fromEntries(Object.entries(reasons).filter(([id]) => id !== file))
}
