import { overlaps, type Span } from '#shared/domain/free/span.ts'
import type { Room } from '#shared/domain/rooms/room.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { EntityPicker } from '../../../ui/entity-picker.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { PickerOption } from '../../../ui/picker-search.ts'
import { roomIcons } from '../../../workplace/rooms/room-looks.ts'

interface RoomPickerProps {
  readonly rooms: readonly Room[]
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  readonly slot: Span | null
  /** The meeting it is for: its own bookings stand in nobody's way. */
  readonly meeting: string | null
  readonly called: number
}

/** Rooms and equipment, with whether they are free then; of rooms that are chosen, whether everybody finds a seat. */
export function RoomPicker({ rooms, value, onChange, slot, meeting, called }: RoomPickerProps) {
  const t = useT()
  const formats = useFormats()
  const byId = new Map(rooms.map((room) => [room.id, room]))
  const options = rooms
    .filter((room) => room.isInUse || value.includes(room.id))
    .map((room): PickerOption => {
      const clash =
        slot === null
          ? undefined
          : room.bookings.find((one) => one.meeting !== meeting && overlaps(one, slot))
      const seats = room.seats === null ? [] : [t('rooms.seats', { count: room.seats })]
      const hours = clash === undefined ? '' : `${formats.time(clash.from)}–${formats.time(clash.until)}`
      return {
        id: room.id,
        name: room.name,
        detail: [...seats, ...room.has, room.place].filter((part) => part !== '').join(' · '),
        ...(slot === null
          ? {}
          : clash === undefined
            ? { note: t('rooms.picker.free'), noteTone: 'ok' as const }
            : { note: t('rooms.picker.taken', { hours }), noteTone: 'over' as const }),
      }
    })
  const seated = value.flatMap((id) => {
    const { name, seats } = byId.get(id) ?? { name: '', seats: null }
    return seats === null || called === 0 ? [] : [{ name, seats, isEnough: seats >= called }]
  })
  const hints = seated.map(({ isEnough, ...room }) =>
    t(isEnough ? 'rooms.picker.enough' : 'rooms.picker.tooSmall', { ...room, called }),
  )
  const hint = hints.length === 0 ? undefined : hints.join(' ')
  const isTooSmall = seated.some((room) => !room.isEnough)
  return (
    <FieldRow label={t('rooms.title')} isOptional {...(isTooSmall ? { error: hint } : { hint })}>
      {(field) => (
        <EntityPicker
          label={t('rooms.title')}
          placeholder={t('rooms.picker.placeholder')}
          field={field}
          options={options}
          value={value}
          onChange={onChange}
          isMany
          picture={({ id }) => <Icon name={roomIcons[byId.get(id)?.kind ?? 'room']} />}
        />
      )}
    </FieldRow>
  )
}
