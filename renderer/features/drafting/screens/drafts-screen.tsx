import { useCallback, useMemo } from 'react'
import { documentStatuses, type DocumentStatus } from '#shared/domain/documents/document-status.ts'
import { codeOf } from '#shared/domain/format/boxes.ts'
import { useCounters, useOutgoingList } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { OutgoingRow } from '../../../projections/outgoing.ts'
import { useCommands } from '../../../commands/command-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { deadlineView, stampOf } from '../../../ui/deadline-view.ts'
import { DocumentRow } from '../../../ui/document-row.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { hasRole, useMe, usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { verb } from '../../../workplace/use-verbs.ts'
import { useBeginDraft } from '../hooks/use-begin-draft.ts'
import { proposedRoute } from '../use-cases/begin-draft.ts'
import { minutesBody } from '../use-cases/minutes-body.ts'
import { newDraftFields } from '../use-cases/new-draft.ts'

interface DraftsScreenProps {
  readonly box: DocumentStatus | undefined
  readonly onBox: (box: DocumentStatus) => void
  readonly onOpen: (id: string) => void
}

/** Drafts and outgoing documents by how far they are; `D` begins a new công văn. */
export function DraftsScreen({ box = 'draft', onBox, onOpen }: DraftsScreenProps) {
  const t = useT()
  const today = useToday()
  const calendar = useCalendar()
  const me = useMe()
  const nameOf = usePostNames()
  const counters = useCounters()
  const brought = useOutgoingList(box)
  const rows = brought?.rows
  const total = Math.max(counters?.outgoing[box] ?? 0, rows?.length ?? 0)
  const begin = useNewDraft(onOpen)
  const create = useCallback(() => begin('cong-van'), [begin])
  const createMinutes = useCallback(() => begin('bien-ban'), [begin])
  const isDrafter = hasRole(me, 'drafter')
  useCommands(
    useMemo(
      () =>
        isDrafter
          ? [
              verb('draft.new', 'verbs.newDraft', create, { icon: 'plus', shortcut: 'KeyD' }),
              verb('draft.newMinutes', 'verbs.newMinutes', createMinutes, {
                icon: 'plus',
                shortcut: 'Shift+KeyD',
              }),
            ]
          : [],
      [isDrafter, create, createMinutes],
    ),
  )

  const entries = (rows ?? []).map((item) => ({ kind: 'row', id: item.id, item }) as const)
  const [active, setActive] = useActiveRow(
    rows?.map((row) => row.id),
    box,
  )
  const boxes = documentStatuses.map((id) => ({
    id,
    label: t(`drafting.boxes.${id}`),
    count: counters?.outgoing[id],
  }))
  const newDraft = (
    <>
      <Button keyHint="Shift D" onClick={createMinutes}>
        {t('verbs.newMinutes')}
      </Button>
      <Button variant="primary" icon="plus" keyHint="D" onClick={create}>
        {t('verbs.newDraft')}
      </Button>
    </>
  )
  return (
    <>
      <ScreenHeader
        title={t('drafting.title')}
        boxes={boxes}
        activeBox={box}
        onBox={(id) => onBox(id as DocumentStatus)}
        actions={isDrafter ? newDraft : undefined}
      />
      {rows === undefined ? (
        <SkeletonRows />
      ) : (
        <>
          <ListToolRow summary={t('drafting.count.documents', { count: total })} />
          <VirtualList<OutgoingRow>
            label={t('drafting.title')}
            entries={entries}
            activeId={active}
            onActivate={setActive}
            onOpen={onOpen}
            isAutoFocused
            onNearEnd={brought?.more}
            empty={
              <EmptyState
                text={t(box === 'draft' ? 'drafting.empty.mine' : 'drafting.empty.other')}
                verb={isDrafter ? { label: t('verbs.newDraft'), keys: 'D', run: create } : undefined}
              />
            }
            renderRow={(row, { isActive, isSelected }) => (
              <DocumentRow
                isActive={isActive}
                isSelected={isSelected}
                row={{
                  from: nameOf(row.drafter),
                  number: row.number === null ? `/${row.symbol}` : codeOf(row.number.number, row.symbol),
                  subject: row.subject || t('drafting.untitled'),
                  urgency: stampOf(row.urgency),
                  deadline:
                    row.status === 'issued'
                      ? undefined
                      : deadlineView({ deadline: row.dueDate, urgency: row.urgency }, today, calendar),
                  attachments: row.attachmentCount,
                  isPending: row.pending,
                }}
              />
            )}
          />
        </>
      )}
    </>
  )
}

/** Begins a document from the skeleton of its kind, with a route proposed from the directory, and opens it. */
function useNewDraft(onOpen: (id: string) => void): (kind: 'cong-van' | 'bien-ban') => void {
  const begin = useBeginDraft(onOpen)
  const today = useToday()
  return useCallback(
    (kind) =>
      begin((now) => {
        const route = proposedRoute(now, kind, kind === 'bien-ban' ? 'head' : 'deputy')
        const fields = newDraftFields(now, route?.signer, null, kind)
        if (kind !== 'bien-ban') return { kind, fields, route }
        const secretary = route?.reviewer.name ?? ''
        const body = minutesBody({ chair: fields.signerName, secretary, today })
        return { kind, fields: { ...fields, secretary }, body, route }
      }),
    [begin, today],
  )
}
