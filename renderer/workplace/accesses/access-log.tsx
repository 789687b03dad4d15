import { useMemo, useState } from 'react'
import type { Accessed } from '#shared/domain/accesses/access-readers.ts'
import { accessKinds, type AccessKind } from '#shared/log/access.ts'
import { usePeople } from '../../database/use-live.ts'
import { useFormats, useT } from '../../i18n/language-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceBar } from '../../ui/choice-bar.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { SheetDialog } from '../../ui/sheet-dialog.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { wordsOfError } from '../error-words.ts'
import { RuleWords } from '../rule-words.tsx'
import { useSaveTables } from '../use-save-tables.ts'
import { accessLines, accessTable, foundLines, type AccessLine } from './access-lines.ts'
import classes from './access-log.module.css'
import { AccessTable } from './access-table.tsx'
import { fileWords } from './file-words.ts'
import { useAccessLog } from './use-access-log.ts'

interface AccessLogProps {
  readonly of: Accessed
  readonly id: string
  readonly subject: string
  readonly onClose: () => void
}

/** Who opened, saved and exported a document or letter, when and at which computer; the newest first. */
export function AccessLog({ of, id, subject, onClose }: AccessLogProps) {
  const t = useT()
  const formats = useFormats()
  const save = useSaveTables()
  const people = usePeople()
  const { answer, retry } = useAccessLog(of.kind, id)
  const [kind, setKind] = useState<AccessKind | 'all'>('all')
  const [query, setQuery] = useState('')
  const lines = useMemo(
    () =>
      answer?.state === 'log' && people !== undefined
        ? accessLines(answer.accesses, { t, people, fileOf: fileWords(t, of) })
        : undefined,
    [answer, people, t, of],
  )
  const found = useMemo(
    () => lines && foundLines(lines, kind === 'all' ? null : kind, query),
    [lines, kind, query],
  )
  const isEmpty = found === undefined || found.length === 0
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={920}
      title={t('accesses.title')}
      description={t('accesses.about', { subject })}
      onClose={onClose}
      footer={
        <>
          <Button keyHint="Esc" onClick={onClose}>
            {t('common.close')}
          </Button>
          {(['xlsx', 'csv'] as const).map((form) => (
            <Button
              key={form}
              icon="download"
              disabled={isEmpty}
              aria-label={t(`common.tables.as.${form}`)}
              onClick={() =>
                save(form, t('accesses.title'), () => Promise.resolve([accessTable(found ?? [], t, formats)]))
              }
            >
              {t(`common.tables.form.${form}`)}
            </Button>
          ))}
        </>
      }
    >
      {answer?.state === 'refused' && <RuleWords rule={answer.rule} />}
      {answer?.state === 'failed' && (
        <ErrorState {...wordsOfError(t, answer.error)} remedy={{ label: t('common.retry'), run: retry }} />
      )}
      {answer === undefined && <SkeletonRows rows={8} />}
      {lines !== undefined && (
        <>
          <div className={classes.tools}>
            <TextField
              data-autofocus
              aria-label={t('accesses.find')}
              placeholder={t('accesses.find')}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
            <ChoiceBar
              label={t('accesses.kind')}
              value={kind}
              onChange={setKind}
              choices={(['all', ...accessKinds] as const).map((value) => ({
                value,
                label: `${t(value === 'all' ? 'common.all' : `accesses.kinds.${value}`)} ${formats.number(countOf(lines, value))}`,
              }))}
            />
          </div>
          {isEmpty ? (
            <EmptyState text={t(lines.length === 0 ? 'accesses.none' : 'accesses.noneFound')} />
          ) : (
            <AccessTable lines={found} />
          )}
        </>
      )}
    </SheetDialog>
  )
}

const countOf = (lines: readonly AccessLine[], kind: AccessKind | 'all'): number =>
  kind === 'all' ? lines.length : lines.filter((line) => line.kind === kind).length
