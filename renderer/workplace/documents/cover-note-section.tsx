import { useCallback } from 'react'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { coverNotePage } from '#shared/domain/format/cover-note.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import { printFonts } from '#shared/ipc/print-fonts.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { noticeOfError } from '../error-words.ts'
import { usePostNames } from '../me.ts'
import { useNative } from '../native-context.tsx'
import { useNotice } from '../refusal-notice.tsx'
import { useSaveAs } from '../use-save-as.ts'
import classes from './cover-note-section.module.css'

/** The cover note (phiếu trình) that went up with a draft, to be read and kept as a page of its own; nothing where it went without one. */
export function CoverNoteSection({ document }: { readonly document: OfficialDocument }) {
  const t = useT()
  const save = useSaveCoverNote(document)
  if (document.note === '') return null
  return (
    <PanelSection heading={t('drafting.coverNote.note')}>
      <p className={classes.note} lang="vi">
        {document.note}
      </p>
      <Button size="small" icon="download" onClick={save}>
        {t('drafting.coverNote.save')}
      </Button>
    </PanelSection>
  )
}

function useSaveCoverNote(document: OfficialDocument): () => void {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const nameOf = usePostNames()
  const saveAs = useSaveAs(`phieu-trinh-${document.id.slice(-8)}.pdf`)
  return useCallback(() => {
    const { fields, route, drafter, initials, note, trail } = document
    const submittedAt = trail.findLast((one) => one.act === 'submitted')?.at ?? document.changedAt
    const head = {
      superior: fields.superior,
      agency: fields.agency,
      place: fields.place,
      date: localDateOf(submittedAt),
    }
    const page = {
      to: [route?.signer ?? null, route?.reviewer ?? null].map(nameOf).filter((name) => name !== ''),
      from: nameOf(drafter.post),
      note,
      reviewer: initials === null ? null : nameOf(initials.by.post),
    }
    native
      .invoke('pdf.render', {
        html: coverNotePage(head, page, printFonts),
        fields: [],
        title: `${fields.agency} - ${fields.subject}`,
        author: fields.agency,
        createdAt: submittedAt,
      })
      .then(({ blob }) => saveAs(blob))
      .catch((error: unknown) => {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
  }, [document, native, nameOf, saveAs, notice, t])
}
