import { useMemo, useState } from 'react'
import { keptUntil, submitBy } from '#shared/domain/records/retention.ts'
import type { CaseFile } from '#shared/domain/records/case-file.ts'
import type { Command } from '../../../commands/command.ts'
import { useReaders } from '../../../database/office-context.tsx'
import { useAgency, useFiles, usePeople, useRecordActs } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { hasRole, useMe, usePostNames } from '../../../workplace/me.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { fileTones, useRetentionWords } from '../../../workplace/records/retention-words.ts'
import { useNotice, useRefusal } from '../../../workplace/refusal-notice.tsx'
import { useToday } from '../../../workplace/today.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { useSaveAs } from '../../../workplace/use-save-as.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { exportSip } from '../use-cases/export-sip.ts'
import { submitFiles } from '../use-cases/submit-files.ts'
import { CloseSheet } from './close-sheet.tsx'
import { FileContents } from './file-contents.tsx'
import { ReasonSheet } from '../../../workplace/reason-sheet.tsx'
import classes from './records.module.css'

const NONE: readonly Command[] = []

/** A work file with what lies in it, what is missing, and what its maker or the archive can do now. */
export function FilePane({ file }: { readonly file: CaseFile }) {
  const t = useT()
  const act = useAct()
  const [asking, setAsking] = useState<'close' | 'reopen' | null>(null)
  const commands = useFileVerbs(file, setAsking)
  const verbs = useVerbs(asking === null ? commands : NONE)
  const me = useMe()
  const mayChange = file.status === 'open' && file.creator === me?.id
  const ref = { kind: 'case-file', id: file.id } as const
  return (
    <article className={classes.pane} aria-label={file.title}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          <span className="num">{file.notation}</span> {file.title}
        </h2>
        <Chip tone={fileTones[file.status]}>{t(`records.status.${file.status}`)}</Chip>
      </div>
      <FileFacts file={file} />
      {verbs.length > 0 && <VerbBar verbs={verbs} isInline />}
      <FileContents
        file={file}
        onTakeOut={
          mayChange
            ? ({ source }) => void act(ref, 'case-file.takeOut', { source: { ...source }, reason: '' })
            : null
        }
      />
      {asking === 'close' && <CloseSheet file={file} onClose={() => setAsking(null)} />}
      {asking === 'reopen' && (
        <ReasonSheet
          title={t('records.reopening.title', { notation: file.notation })}
          label={t('records.reopening.reason')}
          confirm={t('records.verbs.reopen')}
          onClose={() => setAsking(null)}
          onConfirm={(reason) => {
            setAsking(null)
            void act(ref, 'case-file.reopen', { reason })
          }}
        />
      )}
    </article>
  )
}

function FileFacts({ file }: { readonly file: CaseFile }) {
  const t = useT()
  const formats = useFormats()
  const kept = useRetentionWords()
  const nameOf = usePostNames()
  const { endedOn } = file
  const until = endedOn === null ? null : keptUntil(endedOn, file.retention)
  const span = [file.startedOn, ...(endedOn === null ? [] : [endedOn])].map((day) => formats.date(day))
  const isWaiting = file.status === 'closed' || file.status === 'returned'
  const facts: readonly (readonly [string, string])[] = [
    [t('records.facts.retention'), kept(file.retention)],
    [t('records.facts.creator'), nameOf(file.creator)],
    [t('records.facts.span'), span.join(' – ')],
    ...(isWaiting && endedOn !== null
      ? [[t('records.facts.submitBy'), formats.date(submitBy(endedOn))] as const]
      : []),
    ...(until === null ? [] : [[t('records.facts.keptUntil'), formats.date(until)] as const]),
    ...(file.returned === '' ? [] : [[t('records.facts.returned'), file.returned] as const]),
  ]
  return (
    <p className={classes.facts}>
      {facts.map(([label, value]) => (
        <span key={label}>
          {label}: <strong className="num">{value}</strong>
        </span>
      ))}
    </p>
  )
}

function useFileVerbs(file: CaseFile, ask: (what: 'close' | 'reopen') => void): readonly Command[] {
  const t = useT()
  const me = useMe()
  const native = useNative()
  const desk = useDesk()
  const { office } = useReaders()
  const refuse = useRefusal()
  const notice = useNotice()
  const toast = useToast()
  const today = useToday()
  const agency = useAgency()?.state
  const people = usePeople()
  const row = useFiles()?.find((one) => one.id === file.id)
  const submission = useRecordActs('submission')?.find((one) => one.id === file.submission)
  const saveIndex = useSaveAs(`muc-luc-${file.notation}.pdf`)
  const saveMinutes = useSaveAs(`bien-ban-${file.notation}.pdf`)

  return useMemo(() => {
    if (me === undefined || agency === undefined) return NONE
    const isMine = file.creator === me.id
    const failed = (error: unknown): void => {
      const words = noticeOfError(t, error)
      if (words !== undefined) notice(words)
    }
    const submit = async (): Promise<void> => {
      const archivist = people?.find((post) => hasRole(post, 'archivist'))?.name ?? ''
      if (row === undefined) return
      const done = await submitFiles({ native, desk, agency, me, archivist, files: [row], today })
      if (!done.ok) refuse(done.error)
      else toast.show({ icon: 'archive', text: t('records.submitting.done', { count: 1 }) })
    }
    const commands: Command[] = []
    if (isMine && file.status === 'open')
      commands.push(
        verb('case-file.close', 'records.verbs.close', () => ask('close'), {
          icon: 'archive',
          shortcut: 'Enter',
        }),
      )
    if (isMine && (file.status === 'closed' || file.status === 'returned'))
      commands.push(
        verb('case-file.submit', 'records.verbs.submit', () => submit().catch(failed), {
          icon: 'send',
          shortcut: 'Enter',
        }),
        verb('case-file.reopen', 'records.verbs.reopen', () => ask('reopen'), { icon: 'arrow-back-up' }),
      )
    if (file.status !== 'open' && file.status !== 'destroyed')
      commands.push(
        verb(
          'case-file.package',
          'records.verbs.package',
          () => exportSip({ native, office, workspace: desk.workspace, agency, file }).catch(failed),
          { icon: 'download' },
        ),
      )
    if (submission !== undefined)
      commands.push(
        verb('submission.index', 'records.verbs.index', () => saveIndex(submission.index), {
          icon: 'file-text',
        }),
        verb('submission.minutes', 'records.verbs.minutes', () => saveMinutes(submission.minutes), {
          icon: 'file-text',
        }),
      )
    return commands
  }, [
    file,
    me,
    agency,
    people,
    row,
    submission,
    native,
    desk,
    office,
    today,
    t,
    ask,
    refuse,
    notice,
    toast,
    saveIndex,
    saveMinutes,
  ])
}
