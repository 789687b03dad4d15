import { useState } from 'react'
import { usePeople } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { FileRow } from '../../../projections/records.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { TextAreaRow } from '../../../ui/text-row.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useGroupOptions } from '../../../workplace/groups/use-group-options.ts'
import { useAct } from '../../../workplace/use-act.ts'
import classes from './records.module.css'

interface ProposeSheetProps {
  readonly files: readonly FileRow[]
  readonly onClose: () => void
}

/** Proposing disposal of what is past its retention: grounds and council (Circular 05/2025 Art 48–49). */
export function ProposeSheet({ files, onClose }: ProposeSheetProps) {
  const t = useT()
  const act = useAct()
  const desk = useDesk()
  const toast = useToast()
  const people = usePeople() ?? []
  const [grounds, setGrounds] = useState('')
  const [council, setCouncil] = useState<readonly string[]>([])
  const options = people.map(({ id, name, title }) => ({ id, name, detail: title }))
  const grouping = useGroupOptions('people', {
    chosen: council,
    options,
    onTakeOut: (ids) => setCouncil((now) => now.filter((one) => !ids.includes(one))),
  })
  const isReady = grounds.trim() !== '' && council.length > 0
  const propose = async (): Promise<void> => {
    if (!isReady) return
    const payload = { files: files.map((file) => file.id), grounds, council }
    if ((await act({ kind: 'disposal', id: desk.newId() }, 'disposal.propose', payload)) === undefined) return
    toast.show({ icon: 'scale', text: t('records.archive.proposing.done') })
    onClose()
  }
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={560}
      title={t('records.archive.proposing.title', { count: files.length })}
      description={t('records.archive.proposing.description')}
      onClose={onClose}
      onConfirm={() => void propose()}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" keyHint="Ctrl Enter" disabled={!isReady} onClick={() => void propose()}>
            {t('records.archive.propose')}
          </Button>
        </>
      }
    >
      <div className={classes.stack}>
        {files.map((file) => (
          <div key={file.id} className={classes.line}>
            <strong className="num">{file.notation}</strong>
            <span className={classes.grow}>{file.title}</span>
          </div>
        ))}
        <TextAreaRow label={t('records.archive.proposing.grounds')} value={grounds} onValue={setGrounds} />
        <PeopleRow
          label={t('records.archive.proposing.council')}
          options={options}
          grouping={grouping}
          value={council}
          onChange={setCouncil}
          isMany
        />
      </div>
    </SheetDialog>
  )
}
