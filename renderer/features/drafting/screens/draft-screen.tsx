import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Post } from '#shared/domain/directory/directory.ts'
import type { Amending } from '#shared/domain/documents/amendment.ts'
import { isFinal, isWithDrafter } from '#shared/domain/documents/document-status.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { isWithChecker } from '#shared/domain/documents/form-checker.ts'
import type { PageMark } from '#shared/domain/documents/page-mark.ts'
import { formFindings } from '#shared/domain/documents/form-check.ts'
import { useDocument } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { DraftText } from '../../../sync/desk-api.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { AccessLogButton } from '../../../workplace/accesses/access-log-button.tsx'
import { useDraftAccess } from '../../../workplace/accesses/use-draft-access.ts'
import { CustodyButton } from '../../../workplace/custody/custody-button.tsx'
import { CoverNoteSection } from '../../../workplace/documents/cover-note-section.tsx'
import { FormCheckPanel } from '../../../workplace/form-check/form-check-panel.tsx'
import { FormPassNote } from '../../../workplace/form-check/form-pass-note.tsx'
import { useFormPass } from '../../../workplace/form-check/use-form-pass.ts'
import { useMe } from '../../../workplace/me.ts'
import { useSeenDocuments } from '../../../workplace/seen-documents.ts'
import { SignatureChecks } from '../../../workplace/signature-checks.tsx'
import { PdfPages } from '../../../workplace/pdf-pages.tsx'
import { AttachmentsPanel } from '../components/attachments-panel.tsx'
import { BodyEditor } from '../components/body-editor.tsx'
import { CheckPanel } from '../components/check-panel.tsx'
import { DraftHeader } from '../components/draft-header.tsx'
import { DraftOutline } from '../components/draft-outline.tsx'
import { EditorToolbar } from '../components/editor-toolbar.tsx'
import { focusPart } from '../components/focus-part.ts'
import { OfficialPaper } from '../components/official-paper.tsx'
import { RecipientsPanel } from '../components/recipients-panel.tsx'
import { RoutePanel } from '../components/route-panel.tsx'
import { useGiveBack } from '../hooks/use-give-back.ts'
import { MarkLayer } from '../marks/mark-layer.tsx'
import { ReturnedNote } from '../marks/returned-note.tsx'
import { useMarking } from '../marks/use-marking.tsx'
import { useDraftText } from '../hooks/use-draft-text.ts'
import { useFields } from '../hooks/use-fields.ts'
import classes from '../components/editor.module.css'

/** A document from its first line to its issue: written on the page, then shown as the signed file. */
export function DraftScreen({ id, onLeave, ...ways }: DraftWays & { readonly id: string }) {
  const t = useT()
  const seen = useDocument(id)
  const text = useDraftText(id)
  const me = useMe()
  if (seen === null)
    return (
      <EmptyState
        text={t('law.unknown-object.words')}
        hint={t('law.unknown-object.remedy')}
        verb={{ label: t('common.back'), run: onLeave }}
      />
    )
  // A page that is shown before it may be written on would lose what is typed at once.
  if (seen === undefined || text === undefined || me === undefined) return <SkeletonRows />
  return (
    <DraftEditor
      key={id}
      document={seen.state}
      text={text}
      me={me}
      isReadOnly={seen.readOnly}
      onLeave={onLeave}
      {...ways}
    />
  )
}

interface DraftWays {
  /** The sheet to submit it stands open at once. */
  readonly asksToSubmit: boolean
  readonly onLeave: () => void
  /** Begins what puts right, replaces or recalls it. */
  readonly onAmend: (amends: Amending) => void
  /** Opens another document. */
  readonly onOpen: (id: string) => void
  /** Goes to the meeting it was made out of. */
  readonly onMeeting: (id: string) => void
}

interface DraftEditorProps extends DraftWays {
  readonly document: OfficialDocument
  readonly text: DraftText
  readonly me: Post
  readonly isReadOnly: boolean
}

function DraftEditor({ document, text, me, isReadOnly, ...ways }: DraftEditorProps) {
  const t = useT()
  const { fields, change, flush } = useFields(document)
  const written = useMemo(() => ({ ...document, fields }), [document, fields])
  const findings = useMemo(() => formFindings(written), [written])
  const seen = useSeenDocuments()
  const look = useCallback(() => seen.mark(document), [seen, document])
  const [editor, setEditor] = useState<Editor | null>(null)
  const isMine = me.id === document.drafter.post && isWithDrafter(document.status)
  const [startsIn] = useState(() => (isMine && !ways.asksToSubmit ? startOf(document) : null))
  const ready = useCallback(
    (opened: Editor) => {
      setEditor(opened)
      if (startsIn === 'body') opened.commands.focus('end')
      else if (startsIn !== null) focusPart(startsIn)
    },
    [startsIn],
  )
  const isReviewed = me.id === document.route?.reviewer && document.status === 'submitted'
  const editable = !isReadOnly && (isMine || isReviewed)
  const pdf = (document.seal ?? document.signature ?? document.initials)?.pdf
  const isWritten = pdf === undefined || (editable && !isFinal(document.status))
  useEffect(() => {
    if (isWritten) look()
  }, [isWritten, look])
  useDraftAccess(isWritten ? document.id : undefined)
  const formPass = useFormPass(document, ways.onLeave)
  const giveBack = useGiveBack(document, ways.onLeave)
  const giveBackMarked = useCallback(
    (marks: readonly PageMark[]) => giveBack(marks.map(({ words }) => words).join('; '), marks),
    [giveBack],
  )
  const isSigner = me.id === document.route?.signer && document.status === 'initialled'
  const mayMark = isSigner || isWithChecker(document, me.id)
  const marking = useMarking(document, mayMark ? giveBackMarked : undefined)
  const [isMarkedShown, setMarkedShown] = useState(false)
  const marked = isMarkedShown ? document.returned?.marked : undefined
  const save = useCallback(async () => {
    await flush()
    await text.flush()
  }, [flush, text])

  return (
    <section className={classes.screen} aria-label={fields.subject || t('drafting.untitled')}>
      <DraftHeader
        document={written}
        text={text}
        formPass={formPass}
        marking={marking}
        giveBack={giveBack}
        save={save}
        {...ways}
      />
      {document.status === 'returned' && document.returned !== null && (
        <ReturnedNote returned={document.returned} isPageShown={isMarkedShown} onShowPage={setMarkedShown} />
      )}
      {editable && editor !== null && marked === undefined && <EditorToolbar editor={editor} />}
      <div className={classes.columns}>
        <aside data-pane className={classes.outline} aria-label={t('drafting.outline.title')}>
          <DraftOutline document={written} onChoose={focusPart} />
        </aside>
        {marked !== undefined ? (
          <div data-pane className={classes.signed}>
            <PdfPages
              file={marked.pdf}
              name={fields.subject}
              overPage={(page) => <MarkLayer page={page} marks={marked.marks} />}
            />
          </div>
        ) : pdf !== undefined && !isWritten ? (
          <div data-pane className={classes.signed}>
            <PdfPages
              purpose="sign"
              file={pdf}
              name={fields.subject}
              overPage={marking?.overPage}
              onShown={look}
            />
          </div>
        ) : (
          <div data-pane className={classes.desk}>
            <OfficialPaper kind={written.kind} fields={fields} editable={editable} onChange={change}>
              <BodyEditor
                text={text.doc}
                editable={editable}
                label={t('drafting.page.body')}
                onReady={ready}
              />
            </OfficialPaper>
          </div>
        )}
        <aside data-pane className={classes.panel} aria-label={t('drafting.panel.check')}>
          {editable && <CheckPanel findings={findings} onChange={change} />}
          {marking?.panel}
          {formPass === undefined ? <FormPassNote document={document} /> : <FormCheckPanel work={formPass} />}
          <CoverNoteSection document={document} />
          <div data-part="sendTo">
            <RecipientsPanel
              document={written}
              editable={editable}
              onAddressees={(addressees) => change({ addressees: [...addressees] })}
            />
          </div>
          <div data-part="route">
            <RoutePanel document={document} editable={isMine && !isReadOnly} />
          </div>
          <AttachmentsPanel document={document} editable={editable} />
          <SignatureChecks document={document} />
          <AccessLogButton
            of={{ kind: 'document', state: document }}
            id={document.id}
            subject={fields.subject}
          />
          {pdf !== undefined && (
            <CustodyButton of={{ kind: 'document', id: document.id, subject: fields.subject }} />
          )}
        </aside>
      </div>
    </section>
  )
}

/** Where one who begins writes first: in the abstract, then in the text; nowhere in what came back. */
function startOf({ status, fields }: OfficialDocument): 'subject' | 'body' | null {
  if (status !== 'draft') return null
  return fields.subject === '' ? 'subject' : 'body'
}
