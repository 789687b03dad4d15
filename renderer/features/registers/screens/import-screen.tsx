import { useMemo, useState } from 'react'
import type { ImportReport } from '#shared/domain/registers/former/import-report.ts'
import type { BookDirection } from '#shared/domain/registers/book.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice, useRefusal } from '../../../workplace/refusal-notice.tsx'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { ImportColumns } from '../components/import-columns.tsx'
import { ImportList } from '../components/import-list.tsx'
import { ImportPreview } from '../components/import-preview.tsx'
import { ImportReportView } from '../components/import-report.tsx'
import classes from '../components/import.module.css'
import { useImportPlan, type Chosen, type Preview } from '../hooks/use-import-plan.ts'
import { useImportSource, type Source } from '../hooks/use-import-source.ts'
import { runImport } from '../use-cases/run-import.ts'

const SAMPLE_LINES = 5

/** Brings former registers, their scans and archives of messages in: read, previewed, imported, reconciled (product N6). */
export function ImportScreen({ onBack }: { readonly onBack: () => void }) {
  const t = useT()
  const desk = useDesk()
  const native = useNative()
  const toast = useToast()
  const notice = useNotice()
  const refuse = useRefusal()
  const { source, problem, reading, scans, refused, choose, addScans, clear } = useImportSource()
  const [chosen, setChosen] = useState<Chosen>({})
  const [given, setGiven] = useState<string | null>(null)
  const [entered, setEntered] = useState<number | null>(null)
  const [done, setDone] = useState<ImportReport | null>(null)
  const isBusy = entered !== null || reading !== null
  const preview = useImportPlan({ source, chosen, given, scans, refused, isFrozen: entered !== null })
  const isReady =
    preview !== undefined &&
    !preview.isDone &&
    !isBusy &&
    preview.name.trim() !== '' &&
    preview.plan.pages.length > 0
  const verbs = useVerbs(
    useMemo(() => {
      const start = (): void => {
        if (!isReady) return
        const { plan, name, report, book } = preview
        setEntered(0)
        runImport(desk, native, { plan, name, book, report }, setEntered)
          .then((result) => {
            if (!result.ok) {
              refuse(result.error)
              return
            }
            toast.show({ icon: 'circle-check', text: t('former.toast.imported', { name }) })
            setDone(report)
            clear(true)
            setChosen({})
            setGiven(null)
          })
          .catch((error: unknown) => {
            const words = noticeOfError(t, error)
            if (words !== undefined) notice(words)
          })
          .finally(() => setEntered(null))
      }
      const leave = (): void => {
        clear(false)
        setChosen({})
        setGiven(null)
      }
      if (source === null)
        return [
          verb('former.sheet', 'former.verbs.sheet', () => choose('sheet'), {
            icon: 'table',
            shortcut: 'KeyS',
          }),
          verb('former.messages', 'former.verbs.messages', () => choose('messages'), {
            icon: 'archive',
            shortcut: 'KeyM',
          }),
          verb('former.back', 'former.verbs.back', onBack, { icon: 'arrow-left' }),
        ]
      return [
        ...(isReady
          ? [
              verb('former.import', 'former.verbs.import', start, {
                icon: 'check',
                shortcut: 'Control+Enter',
              }),
            ]
          : []),
        ...(source.kind === 'sheet' && !isBusy
          ? [verb('former.scans', 'former.verbs.scans', addScans, { icon: 'scan', shortcut: 'KeyQ' })]
          : []),
        ...(isBusy ? [] : [verb('former.other', 'former.verbs.other', leave, { icon: 'x' })]),
      ]
    }, [
      source,
      isReady,
      isBusy,
      preview,
      desk,
      native,
      choose,
      addScans,
      clear,
      onBack,
      refuse,
      notice,
      toast,
      t,
    ]),
  )
  return (
    <>
      <ScreenHeader title={t('former.title')} />
      <div className={classes.verbs}>
        <VerbBar verbs={verbs} isInline />
        <span className="spacer" />
        {reading !== null && (
          <Chip tone="info" icon="progress">
            {t('former.reading', { done: reading.done + 1, total: reading.total })}
          </Chip>
        )}
        {entered !== null && preview !== undefined && (
          <Chip tone="info" icon="progress">
            {t('former.importing', { done: entered, total: preview.plan.counts.imported })}
          </Chip>
        )}
      </div>
      <div className={classes.page} data-pane aria-busy={isBusy}>
        {problem !== null && (
          <p className={classes.problem} role="alert">
            <Icon name="alert-circle" />
            {t('former.problem', { name: problem.name, words: problem.words })}
          </p>
        )}
        {source === null ? (
          <Begin done={done} />
        ) : preview === undefined ? null : (
          <Previewed
            source={source}
            preview={preview}
            chosen={chosen}
            onChosen={setChosen}
            name={preview.name}
            onName={setGiven}
          />
        )}
      </div>
    </>
  )
}

function Begin({ done }: { readonly done: ImportReport | null }) {
  const t = useT()
  return (
    <>
      {done === null ? (
        <p className={classes.lead}>{t('former.lead')}</p>
      ) : (
        <section className={classes.card} aria-label={done.name}>
          <h3>{t('former.done', { name: done.name })}</h3>
          <ImportReportView report={done} />
        </section>
      )}
      <ImportList />
    </>
  )
}

interface PreviewedProps {
  readonly source: Source
  readonly preview: Preview
  readonly chosen: Chosen
  readonly onChosen: (chosen: Chosen) => void
  readonly name: string
  readonly onName: (name: string) => void
}

function Previewed({ source, preview, chosen, onChosen, name, onName }: PreviewedProps) {
  const t = useT()
  const { direction, year, recognised, columns, report, isDone } = preview
  const sheets = source.kind === 'sheet' ? source.sheets : []
  const rows = sheets[preview.sheet]?.rows ?? []
  const sample = rows.filter((row) => row.line > (recognised?.headingLine ?? 0)).slice(0, SAMPLE_LINES)
  return (
    <>
      <div className={classes.fields}>
        <FieldRow label={t('former.name')}>
          {(ids) => (
            <TextField
              {...ids}
              className={classes.name}
              value={name}
              maxLength={200}
              onChange={(event) => onName(event.currentTarget.value)}
            />
          )}
        </FieldRow>
        <FieldRow label={t('former.direction')}>
          {(ids) => (
            <select
              {...ids}
              className={classes.select}
              value={direction}
              onChange={(event) => {
                const { sheet, year: kept } = chosen
                onChosen({
                  ...(sheet !== undefined && { sheet }),
                  ...(kept !== undefined && { year: kept }),
                  direction: event.currentTarget.value as BookDirection,
                })
              }}
            >
              <option value="incoming">{t('former.directions.incoming')}</option>
              <option value="outgoing">{t('former.directions.outgoing')}</option>
            </select>
          )}
        </FieldRow>
        <FieldRow label={t('former.year')}>
          {(ids) => (
            <TextField
              {...ids}
              className={classes.year}
              inputMode="numeric"
              maxLength={4}
              value={year === 0 ? '' : String(year)}
              onChange={(event) =>
                onChosen({ ...chosen, year: Number(event.currentTarget.value.replaceAll(/\D/g, '')) })
              }
            />
          )}
        </FieldRow>
        {sheets.length > 1 && (
          <FieldRow label={t('former.sheet')}>
            {(ids) => (
              <select
                {...ids}
                className={classes.select}
                value={preview.sheet}
                onChange={(event) => onChosen({ sheet: Number(event.currentTarget.value) })}
              >
                {sheets.map((one, at) => (
                  <option key={one.name} value={at}>
                    {one.name}
                  </option>
                ))}
              </select>
            )}
          </FieldRow>
        )}
        <span className={classes.note}>
          {source.name} · {t('former.hash', { hash: source.sha256.slice(0, 16) })}
        </span>
      </div>
      {isDone && (
        <p className={classes.row}>
          <Chip tone="done" icon="circle-check">
            {t('former.isDone')}
          </Chip>
        </p>
      )}
      {source.kind === 'sheet' && (
        <ImportColumns
          direction={direction}
          columns={columns}
          headings={recognised?.headings ?? []}
          sample={sample}
          onChange={(next) => onChosen({ ...chosen, columns: next })}
        />
      )}
      <ImportReportView report={report} />
      <ImportPreview plan={preview.plan} />
    </>
  )
}
