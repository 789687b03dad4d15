import { useMemo } from 'react'
import { roomKinds, type Room } from '#shared/domain/rooms/room.ts'
import { foldText } from '#shared/kernel/text-folding.ts'
import { useRooms } from '../../../database/use-rooms.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { DocumentRow } from '../../../ui/document-row.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { rowIdsOf, type ListEntry } from '../../../ui/list-entries.ts'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { ThreePane, useThreePane } from '../../../ui/three-pane.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { useMe } from '../../../workplace/me.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { RoomPane } from './room-pane.tsx'
import { RoomSheet } from './room-sheet.tsx'

/** What is asked of whoever keeps rooms: a new one, or changes of one. */
export type RoomAsked = { readonly room: Room | null }

interface RoomsBoxProps {
  readonly query: string
  readonly asked: RoomAsked | null
  readonly onAsk: (asked: RoomAsked | null) => void
}

/** Rooms and equipment, and beside them who holds the one that is chosen. */
export function RoomsBox({ query, asked, onAsk }: RoomsBoxProps) {
  const t = useT()
  const me = useMe()
  const rooms = useRooms()
  const panes = useThreePane(440)
  const entries = useMemo(() => {
    const found = (rooms ?? []).filter((room) => isFound(room, query))
    return roomKinds.flatMap((kind): ListEntry<Room>[] => {
      const rows = found.filter((room) => room.kind === kind)
      const label = t(`rooms.kinds.${kind}`)
      return rows.length === 0
        ? []
        : [
            { kind: 'group', id: kind, label },
            ...rows.map((item) => ({ kind: 'row', id: item.id, item }) as const),
          ]
    })
  }, [rooms, query, t])
  const ids = rooms === undefined ? undefined : rowIdsOf(entries)
  const [active, setActive] = useActiveRow(ids, 'rooms')
  if (rooms === undefined || me === undefined) return <SkeletonRows />
  const chosen = rooms.find((room) => room.id === active)
  return (
    <>
      <ThreePane
        {...panes.props}
        list={
          <VirtualList<Room>
            label={t('rooms.title')}
            entries={entries}
            activeId={active}
            onActivate={(id) => {
              setActive(id)
              panes.read()
            }}
            isEnterFree
            isAutoFocused
            empty={
              <EmptyState text={query.trim() === '' ? t('rooms.empty') : t('rooms.nothing', { query })} />
            }
            renderRow={(room, state) => <RoomRow room={room} {...state} />}
          />
        }
        reading={
          chosen === undefined ? null : (
            <RoomPane
              key={chosen.id}
              me={me}
              room={chosen}
              isBusy={asked !== null}
              onChange={() => onAsk({ room: chosen })}
            />
          )
        }
      />
      {asked !== null && (
        <RoomSheet
          room={asked.room}
          others={rooms}
          onClose={() => onAsk(null)}
          onKept={(id) => setActive(id)}
        />
      )}
    </>
  )
}

/** By every typed word, in name, place or what is in it. */
function isFound({ name, place, has }: Room, query: string): boolean {
  const text = foldText([name, place, ...has].join(' '))
  return foldText(query)
    .split(' ')
    .every((word) => text.includes(word))
}

type RowLook = Pick<Parameters<typeof DocumentRow>[0], 'isActive' | 'isSelected' | 'isSelecting' | 'onSelect'>

function RoomRow({ room: { name, seats, place, isInUse }, ...state }: RowLook & { readonly room: Room }) {
  const t = useT()
  return (
    <DocumentRow
      {...state}
      row={{
        from: name,
        number: seats === null ? '' : t('rooms.seats', { count: seats }),
        subject: [isInUse ? '' : t('rooms.outOfUse'), place].filter((part) => part !== '').join(' · '),
      }}
    />
  )
}
