import { useCallback, useMemo, useState } from 'react'
import { AppError } from '#shared/errors/app-error.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { useDocument, useMyWork } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { WorkRow } from '../../../projections/work.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { deadlineView, stampOf } from '../../../ui/deadline-view.ts'
import { DocumentRow } from '../../../ui/document-row.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FactList, PanelSection, SidePanel } from '../../../ui/panel.tsx'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { WorkColumns, WorkPage } from '../../../ui/work-columns.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { usePostNames } from '../../../workplace/me.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { PdfPages } from '../../../workplace/pdf-pages.tsx'
import { ruleNotice, useNotice } from '../../../workplace/refusal-notice.tsx'
import { useToday } from '../../../workplace/today.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { signDocuments } from '../use-cases/sign-documents.ts'

interface ToSignScreenProps {
  readonly onOpen: (id: string) => void
}

/** Documents that wait for this leader's signature: the list, the page as it will be signed, and what changed on the way. */
export function ToSignScreen({ onOpen }: ToSignScreenProps) {
  const t = useT()
  const today = useToday()
  const nameOf = usePostNames()
  const work = useMyWork()
  const rows = useMemo(() => (work ?? []).filter((row) => row.reason === 'sign'), [work])
  const [chosen, setChosen] = useActiveRow(work === undefined ? undefined : rows.map((row) => row.id), 'sign')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const entries = rows.map((item) => ({ kind: 'row', id: item.id, item }) as const)
  const active = rows.find((row) => row.id === chosen)
  const toSign = rows.filter((row) => selected.has(row.id))
  const signing = useSigning(
    toSign.length === 0 ? (active === undefined ? [] : [active.about.id]) : toSign.map((row) => row.about.id),
  )
  const verbs = useVerbs(
    useMemo(
      () =>
        active === undefined
          ? []
          : [
              verb('document.sign', 'verbs.signMany', signing, {
                icon: 'writing-sign',
                shortcut: 'KeyS',
                values: { count: Math.max(toSign.length, 1) },
              }),
              verb('document.open', 'common.open', () => onOpen(active.about.id), {
                icon: 'file-text',
                shortcut: 'Enter',
              }),
            ],
      [active, signing, toSign.length, onOpen],
    ),
  )
  return (
    <>
      <ScreenHeader
        title={t('signing.title')}
        boxes={[{ id: 'toSign', label: t('signing.boxes.toSign'), count: rows.length }]}
        activeBox="toSign"
        actions={<VerbBar verbs={verbs} isInline />}
      />
      {work === undefined ? (
        <SkeletonRows />
      ) : rows.length === 0 || active === undefined ? (
        <EmptyState text={t('signing.empty.toSign')} />
      ) : (
        <WorkColumns
          list={
            <>
              <ListToolRow
                summary={
                  selected.size === 0
                    ? t('common.documents', { count: rows.length })
                    : t('common.selected', { count: toSign.length, total: rows.length })
                }
              />
              <VirtualList<WorkRow>
                label={t('signing.title')}
                entries={entries}
                activeId={active.id}
                onActivate={setChosen}
                selectedIds={selected}
                onSelectionChange={setSelected}
                alwaysSelecting
                isAutoFocused
                renderRow={(row, state) => (
                  <DocumentRow
                    {...state}
                    row={{
                      from: nameOf(row.from),
                      subject: row.subject,
                      urgency: stampOf(row.urgency),
                      deadline: deadlineView({ deadline: row.deadline, urgency: row.urgency }, today),
                      isPending: row.pending,
                    }}
                  />
                )}
              />
            </>
          }
        >
          <SigningPage key={active.about.id} id={active.about.id} />
        </WorkColumns>
      )}
    </>
  )
}

function SigningPage({ id }: { readonly id: string }) {
  const seen = useDocument(id)
  if (seen == null || seen.state.initials === null) return <SkeletonRows />
  return (
    <>
      <WorkPage>
        <PdfPages file={seen.state.initials.pdf} name={seen.state.fields.subject} />
      </WorkPage>
      <SigningFacts document={seen.state} />
    </>
  )
}

function SigningFacts({ document }: { readonly document: OfficialDocument }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const { initials } = document
  return (
    <SidePanel label={t('signing.panel.sinceInitials')} isNarrow>
      <PanelSection heading={t('signing.panel.sinceInitials')}>
        <p>{t('signing.panel.unchanged')}</p>
        {initials !== null && (
          <p className="num dim">
            {t('signing.panel.initialledBy', {
              name: nameOf(initials.by.post),
              time: formats.dateTime(initials.at),
            })}
          </p>
        )}
      </PanelSection>
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

/** Signs the documents with these ids and says what became of them. */
function useSigning(ids: readonly string[]): () => void {
  const t = useT()
  const desk = useDesk()
  const native = useNative()
  const notice = useNotice()
  const toast = useToast()
  const key = ids.join(' ')
  return useCallback(() => {
    const run = async (): Promise<void> => {
      const seen = await Promise.all(key.split(' ').map((id) => desk.readers.office.seen('document', id)))
      const results = await signDocuments(
        native,
        desk,
        seen.flatMap((one) => (one === null ? [] : [one.state])),
      )
      const failed = results.find((one) => one.problem !== null)?.problem
      const done = results.filter((one) => one.problem === null).length
      if (done > 0) toast.show({ icon: 'writing-sign', text: t('signing.toast.signed', { count: done }) })
      const words =
        failed == null
          ? undefined
          : failed instanceof AppError
            ? noticeOfError(t, failed)
            : ruleNotice(t, failed.rule)
      if (words !== undefined) notice(words)
    }
    run().catch((error: unknown) => {
      const words = noticeOfError(t, error)
      if (words !== undefined) notice(words)
    })
  }, [key, desk, native, toast, t, notice])
}
