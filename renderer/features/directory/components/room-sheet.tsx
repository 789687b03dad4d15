import { useState } from 'react'
import { roomDetails, roomKinds, type Room, type RoomKind } from '#shared/domain/rooms/room.ts'
import { foldText } from '#shared/kernel/text-folding.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { TextAreaRow, TextRow } from '../../../ui/text-row.tsx'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import classes from './rooms.module.css'

interface RoomSheetProps {
  /** Null: a new one. */
  readonly room: Room | null
  readonly others: readonly Room[]
  readonly onClose: () => void
  readonly onKept: (id: string) => void
}

/** All that is said of a room or a piece of equipment. */
export function RoomSheet({ room, others, onClose, onKept }: RoomSheetProps) {
  const t = useT()
  const desk = useDesk()
  const act = useUndoableAct()
  const [kind, setKind] = useState<RoomKind>(room?.kind ?? 'room')
  const [name, setName] = useState(room?.name ?? '')
  const [seats, setSeats] = useState(room?.seats?.toString() ?? '')
  const [place, setPlace] = useState(room?.place ?? '')
  const [has, setHas] = useState(room?.has.join('\n') ?? '')
  const [isInUse, setInUse] = useState(room?.isInUse ?? true)
  const lines = has.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  const read = seats.trim() === '' || kind === 'equipment' ? null : Number(seats)
  const areSeatsRead = roomDetails.shape.seats.safeParse(read).success
  const isTaken = others.some((one) => one.id !== room?.id && foldText(one.name) === foldText(name.trim()))
  const details = roomDetails.safeParse({ kind, name, seats: read, place, has: lines, isInUse })
  const isReady = details.success && !isTaken
  const save = (): void => {
    if (!details.success || isTaken) return
    const id = room?.id ?? desk.newId()
    const said = { icon: 'check', text: t('rooms.kept', { name: details.data.name }) } as const
    void act({ kind: 'room', id }, 'room.keep', details.data, said).then((done) => {
      if (done === undefined) return
      onKept(id)
      onClose()
    })
  }
  const states = [
    { value: 'yes', label: t('rooms.inUse') },
    { value: 'no', label: t('rooms.outOfUse') },
  ] as const
  return (
    <FormSheet
      width={560}
      title={room === null ? t('rooms.verbs.new') : room.name}
      confirm={t('meetings.sheet.keep')}
      isReady={isReady}
      onClose={onClose}
      onConfirm={save}
    >
      <div className={classes.form}>
        <TextRow
          label={t('rooms.fields.name')}
          error={isTaken ? t('rooms.fields.nameTaken') : undefined}
          autoFocus
          maxLength={200}
          value={name}
          onValue={setName}
        />
        <ChoiceBar
          label={t('rooms.fields.kind')}
          choices={roomKinds.map((value) => ({ value, label: t(`rooms.kinds.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <div className={classes.pair}>
          {kind === 'room' && (
            <TextRow
              label={t('rooms.fields.seats')}
              isOptional
              error={areSeatsRead ? undefined : t('rooms.fields.seatsUnread')}
              inputMode="numeric"
              value={seats}
              onValue={setSeats}
            />
          )}
          <TextRow
            label={t('rooms.fields.place')}
            isOptional
            maxLength={500}
            value={place}
            onValue={setPlace}
          />
        </div>
        <TextAreaRow
          label={t('rooms.fields.has')}
          hint={t('rooms.fields.hasHint')}
          isOptional
          rows={3}
          value={has}
          onValue={setHas}
        />
        <ChoiceBar
          label={t('rooms.fields.state')}
          choices={states}
          value={isInUse ? 'yes' : 'no'}
          onChange={(value) => setInUse(value === 'yes')}
        />
      </div>
    </FormSheet>
  )
}
