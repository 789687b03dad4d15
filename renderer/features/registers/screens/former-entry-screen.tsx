import { useMemo, useState } from 'react'
import { useFormerEntry, useFormerImports } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { FormerRow } from '../../../projections/former.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DocumentHeader } from '../../../ui/document-header.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FactList, PanelSection } from '../../../ui/panel.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { PdfPages } from '../../../workplace/pdf-pages.tsx'
import { useSaveAs } from '../../../workplace/use-save-as.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import classes from '../components/import.module.css'

interface FormerEntryScreenProps {
  readonly id: string
  readonly onBack: () => void
}

/** A document of a former register: what its line says, where it came from, and its scan or files. */
export function FormerEntryScreen({ id, onBack }: FormerEntryScreenProps) {
  const t = useT()
  const row = useFormerEntry(id)
  if (row === undefined) return <SkeletonRows />
  if (row === null) return <EmptyState text={t('former.gone')} />
  return <Entry row={row} onBack={onBack} />
}

function Entry({ row, onBack }: { readonly row: FormerRow; readonly onBack: () => void }) {
  const t = useT()
  const formats = useFormats()
  const { facts, direction, year, files } = row
  const from = useFormerImports()?.find((one) => one.id === row.import)
  const [at, setAt] = useState(0)
  const file = files[at]
  const save = useSaveAs(file?.name ?? '')
  const verbs = useVerbs(
    useMemo(
      () => [
        verb('former.back', 'former.verbs.back', onBack, { icon: 'arrow-left' }),
        ...(file === undefined
          ? []
          : [verb('former.save', 'former.verbs.save', () => save(file.file), { icon: 'download' })]),
        ...(files.length > 1
          ? [
              verb('former.nextFile', 'former.verbs.nextFile', () => setAt((at + 1) % files.length), {
                icon: 'paperclip',
              }),
            ]
          : []),
      ],
      [onBack, file, files.length, at, save],
    ),
  )
  const day = (value: string | null): string => (value === null ? '' : formats.date(value))
  const shown = (
    [
      [
        t('former.columns.incoming.number'),
        direction === 'incoming' && facts.number !== null ? formats.number(facts.number) : '',
      ],
      [t('former.columns.incoming.date'), direction === 'incoming' ? day(facts.date) : ''],
      [t('former.columns.incoming.issuer'), facts.issuer],
      [t('former.columns.outgoing.signer'), facts.signer],
      [t(`former.columns.${direction}.receivers`), facts.receivers],
      [t('former.columns.outgoing.keeper'), facts.keeper],
      [t('former.columns.outgoing.copies'), facts.copies],
      [
        t('former.columns.outgoing.transferred'),
        /^\d{4}-/.test(facts.transferred) ? day(facts.transferred) : facts.transferred,
      ],
      [t('former.columns.outgoing.receipt'), facts.receipt],
      [t('former.columns.outgoing.remark'), facts.remark],
      [
        t('former.from'),
        from === undefined
          ? ''
          : t('former.fromLine', { name: from.name, file: from.source.name, line: row.line }),
      ],
    ] as const
  ).filter(([, value]) => value !== '')
  return (
    <>
      <DocumentHeader
        view={{
          number: facts.code === '' ? undefined : facts.code,
          type: t(`search.former.${direction}`),
          date: facts.issuedOn === null ? undefined : formats.date(facts.issuedOn),
          remark: String(year),
          subject: facts.subject === '' ? t('drafting.untitled') : facts.subject,
        }}
        verbs={<VerbBar verbs={verbs} hasPrimary={false} isInline />}
      />
      <div className={classes.facts}>
        <PanelSection isLast>
          <Chip tone="info" icon="upload">
            {t('former.mark')}
          </Chip>
          <FactList facts={shown} />
        </PanelSection>
      </div>
      <div className={classes.files} data-pane>
        {file === undefined ? (
          <EmptyState text={t('former.noFile')} />
        ) : file.file.mediaType === 'application/pdf' ? (
          <PdfPages key={file.file.sha256} file={file.file} name={file.name} />
        ) : (
          <EmptyState text={t('former.otherFile', { name: file.name })} />
        )}
      </div>
    </>
  )
}
