import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { bookingOf, type Room } from '#shared/domain/rooms/room.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { Translate } from '../../../i18n/messages.ts'
import { Chip, type Tone } from '../../../ui/chip.tsx'
import { roomIcons } from '../../../workplace/rooms/room-looks.ts'
import classes from './meetings.module.css'

interface HeldRoomsProps {
  readonly meeting: Meeting
  readonly rooms: readonly Room[]
}

/** The rooms and equipment a meeting asks for, and whether it holds each for its time. */
export function HeldRooms({ meeting, rooms }: HeldRoomsProps) {
  const t = useT()
  const byId = new Map(rooms.map((room) => [room.id, room]))
  return (
    <span className={classes.told}>
      {(meeting.rooms ?? []).map((id) => {
        const room = byId.get(id)
        if (room === undefined)
          return (
            <Chip key={id} tone="over">
              {t('rooms.held.gone')}
            </Chip>
          )
        const { tone, words } = standingOf(room, meeting, t)
        return (
          <Chip key={id} tone={tone} icon={roomIcons[room.kind]}>
            {`${room.name}: ${words}`}
          </Chip>
        )
      })}
    </span>
  )
}

function standingOf(room: Room, { id, from, until }: Meeting, t: Translate): { tone: Tone; words: string } {
  const held = bookingOf(room, id)
  if (held?.from === from && held.until === until) return { tone: 'ok', words: t('rooms.held.yes') }
  const lost = room.losses.findLast((one) => one.meeting === id)
  return lost === undefined || held !== undefined
    ? { tone: 'over', words: t('rooms.held.no') }
    : { tone: 'over', words: t(`rooms.held.${lost.why}`, { reason: lost.reason }) }
}
