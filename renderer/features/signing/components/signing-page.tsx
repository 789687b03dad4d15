import { useCallback } from 'react'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { useDocument } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { FactList, PanelSection, SidePanel } from '../../../ui/panel.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { WorkPage } from '../../../ui/work-columns.tsx'
import { CoverNoteSection } from '../../../workplace/documents/cover-note-section.tsx'
import { FormCheckPanel } from '../../../workplace/form-check/form-check-panel.tsx'
import { FormPassNote } from '../../../workplace/form-check/form-pass-note.tsx'
import type { FormPassWork } from '../../../workplace/form-check/use-form-pass.ts'
import { usePostNames } from '../../../workplace/me.ts'
import { PdfPages } from '../../../workplace/pdf-pages.tsx'
import { useSeenDocuments } from '../../../workplace/seen-documents.ts'
import { SignatureChecks } from '../../../workplace/signature-checks.tsx'

/** The page as it will be signed, with the check of its form where that is this post's work, and what happened to it on the way. Once its pages are here it counts as seen. */
export function SigningPage({ id, formPass }: { readonly id: string } & Pick<SigningFactsProps, 'formPass'>) {
  const seen = useDocument(id)
  if (seen == null || seen.state.initials === null) return <SkeletonRows />
  return <InitialledPage document={seen.state} pdf={seen.state.initials.pdf} formPass={formPass} />
}

function InitialledPage({
  document,
  pdf,
  formPass,
}: SigningFactsProps & {
  readonly pdf: NonNullable<OfficialDocument['initials']>['pdf']
}) {
  const { mark } = useSeenDocuments()
  const look = useCallback(() => mark(document), [mark, document])
  return (
    <>
      <WorkPage>
        <PdfPages purpose="sign" file={pdf} name={document.fields.subject} onShown={look} />
      </WorkPage>
      <SigningFacts document={document} formPass={formPass} />
    </>
  )
}

/** What a draft in the list is, beside its page. */
export function DraftFacts({ id }: { readonly id: string }) {
  const seen = useDocument(id)
  return seen == null ? null : <SigningFacts document={seen.state} />
}

interface SigningFactsProps {
  readonly document: OfficialDocument
  readonly formPass?: FormPassWork | undefined
}

function SigningFacts({ document, formPass }: SigningFactsProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const { initials } = document
  return (
    <SidePanel label={document.fields.subject} isNarrow>
      {formPass !== undefined && <FormCheckPanel work={formPass} />}
      {initials !== null && (
        <PanelSection heading={t('signing.panel.sinceInitials')}>
          <p>{t('signing.panel.unchanged')}</p>
          <p className="num dim">
            {t('signing.panel.initialledBy', {
              name: nameOf(initials.by.post),
              time: formats.dateTime(initials.at),
            })}
          </p>
        </PanelSection>
      )}
      {formPass === undefined && <FormPassNote document={document} />}
      <CoverNoteSection document={document} />
      <SignatureChecks document={document} />
      <PanelSection isLast>
        <FactList
          facts={[
            [t('common.fields.signer'), document.fields.signerName],
            [t('common.fields.recipients'), document.recipients.map((one) => one.name).join('; ')],
            [
              t('common.fields.attachments'),
              document.attachments.map((one) => one.name).join('; ') || t('common.none'),
            ],
            [t('drafting.route.draft'), nameOf(document.drafter.post)],
          ]}
        />
      </PanelSection>
    </SidePanel>
  )
}
