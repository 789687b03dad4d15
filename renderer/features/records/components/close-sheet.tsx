import { useMemo, useState } from 'react'
import {
  contentsHash,
  duplicatesIn,
  inOrder,
  sameSource,
  type AsideReason,
  type CaseFile,
  type FileItem,
} from '#shared/domain/records/case-file.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { TextRow } from '../../../ui/text-row.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useToday } from '../../../workplace/today.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { retentionFrom, retentionText } from './retention-field.ts'
import classes from './records.module.css'

interface CloseSheetProps {
  readonly file: CaseFile
  readonly onClose: () => void
}

/** Closing a file in one sheet: what leaves the list is proposed, title and retention reviewed, the end of the matter named. */
export function CloseSheet({ file, onClose }: CloseSheetProps) {
  const t = useT()
  const act = useAct()
  const toast = useToast()
  const today = useToday()
  const proposed = useMemo(() => proposedAside(file.items), [file.items])
  const [kept, setKept] = useState<readonly FileItem[]>([])
  const [title, setTitle] = useState(file.title)
  const [years, setYears] = useState(retentionText(file.retention))
  const [endedOn, setEndedOn] = useState<string | null>(today)
  const aside = proposed.filter((one) => !kept.includes(one.item))
  const staying = file.items.filter((item) => !aside.some((one) => sameSource(one.item.source, item.source)))
  const retention = retentionFrom(years)

  const close = async (): Promise<void> => {
    if (endedOn === null || retention === undefined) return
    const done = await act({ kind: 'case-file', id: file.id }, 'case-file.close', {
      title,
      retention,
      endedOn,
      aside: aside.map(({ item, reason }) => ({ source: { ...item.source }, reason })),
      contents: contentsHash(staying),
    })
    if (done === undefined) return
    toast.show({ icon: 'archive', text: t('records.closing.done', { notation: file.notation }) })
    onClose()
  }
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={560}
      title={t('records.closing.title', { notation: file.notation })}
      description={t('records.closing.description')}
      onClose={onClose}
      onConfirm={() => void close()}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            variant="primary"
            keyHint="Ctrl Enter"
            disabled={endedOn === null || retention === undefined}
            onClick={() => void close()}
          >
            {t('records.verbs.close')}
          </Button>
        </>
      }
    >
      <div className={classes.stack}>
        {proposed.length > 0 && (
          <section className={classes.stack}>
            <h3 className={classes.heading}>{t('records.closing.aside')}</h3>
            {proposed.map(({ item, reason }) => (
              <div key={`${item.source.kind}/${item.source.id}`} className={classes.line}>
                <Checkbox
                  checked={!kept.includes(item)}
                  label={item.subject}
                  onChange={(isAside) =>
                    setKept(isAside ? kept.filter((one) => one !== item) : [...kept, item])
                  }
                />
                <span className={classes.grow}>{item.subject}</span>
                <Chip tone="soon">{t(`records.${reason}`)}</Chip>
              </div>
            ))}
          </section>
        )}
        <p className={classes.note}>{t('records.closing.staying', { count: staying.length })}</p>
        <TextRow label={t('records.opening.name')} value={title} onValue={setTitle} />
        <TextRow
          label={t('records.opening.retention')}
          inputMode="numeric"
          value={years}
          onValue={setYears}
        />
        <DateField label={t('records.closing.endedOn')} value={endedOn} onChange={setEndedOn} />
      </div>
    </SheetDialog>
  )
}

function proposedAside(
  items: readonly FileItem[],
): readonly { readonly item: FileItem; readonly reason: AsideReason }[] {
  const drafts = items.filter((one) => one.isDraft).map((item) => ({ item, reason: 'draft' as const }))
  const rest = inOrder(items.filter((one) => !one.isDraft))
  return [...drafts, ...duplicatesIn(rest).map((item) => ({ item, reason: 'duplicate' as const }))]
}
