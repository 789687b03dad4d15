import { useMemo, useState } from 'react'
import type { Recipient } from '#shared/domain/documents/document.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import { useMeetings } from '../../../database/use-live-meetings.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { MeetingRow } from '../../../projections/meetings.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { ListEntry } from '../../../ui/list-entries.ts'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { ThreePane, useThreePane } from '../../../ui/three-pane.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { useToday } from '../../../workplace/today.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { MeetingLine } from '../components/meeting-line.tsx'
import { MeetingPane } from '../components/meeting-pane.tsx'
import { NewMeeting } from '../components/new-meeting.tsx'

const boxIds = ['ahead', 'past'] as const
type BoxId = (typeof boxIds)[number]

interface MeetingsScreenProps {
  readonly onEnter: (id: string) => void
  readonly onLetter: (id: string) => void
  readonly onDocument: (id: string) => void
  readonly onTell: (meeting: Meeting, agencies: readonly Recipient[]) => void
  readonly onSeries: (id: string) => void
  /** The meeting that is looked for; undefined: the next one. */
  readonly at: string | undefined
}

/** Meetings one is called to or prepares, day by day; `M` begins a new one. */
export function MeetingsScreen({ at, ...places }: MeetingsScreenProps) {
  const t = useT()
  const [box, setBox] = useState<BoxId>('ahead')
  const panes = useThreePane(460)
  const [isNew, setNew] = useState(false)
  const rows = useMeetings(box)
  const ids = useMemo(() => rows?.map((row) => row.id), [rows])
  const [active, setActive] = useActiveRow(ids, box, at)
  const entries = useEntries(rows ?? [])
  const verbs = useVerbs(
    useMemo(
      () =>
        isNew
          ? []
          : [
              verb('meeting.new', 'meetings.verbs.new', () => setNew(true), {
                icon: 'plus',
                shortcut: 'KeyM',
              }),
            ],
      [isNew],
    ),
  )
  const list = (
    <>
      <ListToolRow summary={t('meetings.count', { count: rows?.length ?? 0 })} />
      <VirtualList<MeetingRow>
        label={t('meetings.title')}
        entries={entries}
        activeId={active}
        onActivate={setActive}
        onOpen={places.onEnter}
        isEnterFree
        isAutoFocused
        empty={<EmptyState text={t(`meetings.empty.${box}`)} />}
        renderRow={(row, state) => <MeetingLine row={row} state={state} />}
      />
    </>
  )
  return (
    <>
      <ScreenHeader
        title={t('meetings.title')}
        boxes={boxIds.map((id) => ({ id, label: t(`meetings.boxes.${id}`) }))}
        activeBox={box}
        onBox={(id) => setBox(id as BoxId)}
        actions={<VerbBar verbs={verbs} isInline />}
      />
      {isNew && <NewMeeting onClose={() => setNew(false)} onMade={setActive} />}
      {rows === undefined ? (
        <SkeletonRows />
      ) : (
        <ThreePane
          list={list}
          reading={
            active === null ? (
              <EmptyState text={t('meetings.noSelection')} />
            ) : (
              <MeetingPane key={active} id={active} {...places} />
            )
          }
          {...panes.props}
        />
      )}
    </>
  )
}

/** Rows under their days. */
function useEntries(rows: readonly MeetingRow[]): readonly ListEntry<MeetingRow>[] {
  const formats = useFormats()
  const today = useToday()
  return useMemo(() => {
    const days = [...new Set(rows.map(({ from }) => localDateOf(from)))]
    return days.flatMap((day): readonly ListEntry<MeetingRow>[] => [
      { kind: 'group', id: day, label: `${formats.dayHeading(day, today)} · ${formats.date(day)}` },
      ...rows
        .filter(({ from }) => localDateOf(from) === day)
        .map((item) => ({ kind: 'row', id: item.id, item }) as const),
    ])
  }, [rows, formats, today])
}
