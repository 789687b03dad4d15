import { useState } from 'react'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { useLetter } from '../../../database/use-live.ts'
import { useOfficial, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { TextAreaRow } from '../../../ui/text-row.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { coverNote } from '../use-cases/cover-note.ts'

interface SubmitSheetProps {
  readonly document: OfficialDocument
  readonly onSubmit: (note: string) => void
  readonly onClose: () => void
}

/** The cover note of a draft, written by the draft itself: `Enter` submits with it. */
export function SubmitSheet({ document, onSubmit, onClose }: SubmitSheetProps) {
  const { formats } = useOfficial()
  const answers = useLetter(document.fields.answers ?? '')
  if (answers === undefined) return <SkeletonRows />
  const proposed = coverNote(document, { answers: answers?.state ?? null, date: formats.date })
  return <CoverNoteSheet document={document} proposed={proposed} onSubmit={onSubmit} onClose={onClose} />
}

function CoverNoteSheet({
  document,
  proposed,
  onSubmit,
  onClose,
}: SubmitSheetProps & { readonly proposed: string }) {
  const t = useT()
  const nameOf = usePostNames()
  const [note, setNote] = useState(proposed)
  const checker = document.route?.checker
  const submit = (): void => onSubmit(note.trim())
  return (
    <SheetDialog
      isOpen
      width={520}
      title={t('drafting.coverNote.title')}
      description={t(checker === undefined ? 'drafting.coverNote.to' : 'drafting.coverNote.toChecked', {
        reviewer: nameOf(document.route?.reviewer ?? null),
        checker: nameOf(checker ?? null),
        signer: nameOf(document.route?.signer ?? null),
      })}
      onClose={onClose}
      onConfirm={submit}
      footer={
        <>
          <span className="spacer" />
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" icon="send" keyHint="Enter" data-autofocus onClick={submit}>
            {t('verbs.submit')}
          </Button>
        </>
      }
    >
      <TextAreaRow
        label={t('drafting.coverNote.note')}
        isOptional
        rows={8}
        lang="vi"
        value={note}
        onValue={setNote}
      />
    </SheetDialog>
  )
}
