import { useMemo, useRef, useState, type ReactNode } from 'react'
import { addDays } from '#shared/domain/calendar/days.ts'
import { mondayOf, weekOf } from '#shared/domain/schedule/iso-week.ts'
import type { QuickEntry } from '#shared/domain/schedule/personal/quick-entry.ts'
import { countToTell } from '#shared/exchange/calendar/personal/guests.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import type { Verb } from '../../../ui/verb-bar.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useToday } from '../../../workplace/today.ts'
import { AppointmentSheet, type Scope } from './appointment-sheet.tsx'
import { clashingKeys, dayOfMs, type CalendarItem } from './calendar-item.ts'
import { callStartOf, mayCallColleagues, type CallSheetOf } from './calling-colleagues.ts'
import { ElsewhereSheet } from './elsewhere-sheet.tsx'
import { FileSheets } from './file-sheets.tsx'
import { GuestsOf } from './guests/guests-of.tsx'
import { usePersonalGuests } from './guests/use-personal-guests.ts'
import { PersonalGrid, type PersonalPlace } from './personal-grid.tsx'
import { PersonalStrip } from './personal-strip.tsx'
import { QuickLine } from './quick-line.tsx'
import { ScopeSheet } from './scope-sheet.tsx'
import { SubscribedFacts } from './subscribed/subscribed-facts.tsx'
import { useSubscribedItems } from './subscribed/use-subscribed-items.ts'
import { daysFrom } from './time-words.ts'
import { useAppointments } from './use-appointments.ts'
import { useCalendarFile } from './use-calendar-file.ts'
import { usePersonalFiles } from './use-personal-files.ts'
import { usePersonalItems } from './use-personal-items.ts'
import { usePersonalVerbs } from './use-personal-verbs.ts'

interface PersonalScreenProps {
  /** The head of the screen, with what may be done here. */
  readonly head: (verbs: readonly Verb[]) => ReactNode
  readonly onPlace: (place: 'meetings' | 'ballots' | 'tasks', id: string) => void
  readonly callSheet: CallSheetOf
}

type Asking =
  | { readonly what: 'write'; readonly day: LocalDate; readonly item: CalendarItem | undefined }
  | { readonly what: 'remove' | 'look' | 'call'; readonly item: CalendarItem }
  | { readonly what: 'elsewhere' }
  | { readonly what: 'guests'; readonly uid: string; readonly item: CalendarItem | undefined }

const WEEK = 7
const NO_ITEMS: readonly CalendarItem[] = []

/** One's own calendar: a week or a day, with the meetings one is called to and what is due. */
export function PersonalScreen({ head, onPlace, callSheet }: PersonalScreenProps) {
  const t = useT()
  const today = useToday()
  const desk = useDesk()
  const [span, setSpan] = useState(WEEK)
  const [day, setDay] = useState<LocalDate>(today)
  const [key, setKey] = useState<string | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const quick = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const first = span === WEEK ? mondayOf(weekOf(day)) : day
  const days = useMemo(() => daysFrom(first, span), [first, span])
  const last = addDays(first, span - 1)
  const subscribed = useSubscribedItems(first, last)
  const shown = usePersonalItems(desk, first, last, subscribed)
  const items = shown?.items ?? NO_ITEMS
  const clashing = useMemo(() => clashingKeys(items), [items])
  const appointments = useAppointments(desk.person, shown?.entries)
  const files = usePersonalFiles(shown?.entries)
  const file = useCalendarFile(shown?.entries)
  const guests = usePersonalGuests(shown?.entries, shown?.addresses)
  const place: PersonalPlace = { day, key: items.some((one) => one.key === key) ? key : null }
  const chosen = items.find((one) => one.key === place.key)
  const own = chosen?.kind === 'appointment' ? chosen : undefined
  const go = (next: LocalDate): void => {
    setDay(next)
    setKey(null)
  }
  const toKeys = (): void => grid.current?.querySelector<HTMLElement>('[data-stop][tabindex="0"]')?.focus()
  const open = (on: LocalDate, item: CalendarItem | undefined): void => {
    if (item === undefined || item.kind === 'appointment') setAsking({ what: 'write', day: on, item })
    else if (item.kind === 'feed') setAsking({ what: 'look', item })
    else if (typeof item.at === 'string')
      onPlace(item.kind === 'meeting' ? 'meetings' : item.kind === 'ballot' ? 'ballots' : 'tasks', item.at)
  }
  const askGuests = (uid: string | undefined, item?: CalendarItem): void => {
    if (uid !== undefined) setAsking({ what: 'guests', uid, item })
  }
  const ownUid = own?.guests != null && typeof own.at === 'object' ? own.at?.uid : undefined
  const remove = (item: CalendarItem, scope: Scope): void =>
    void appointments.remove(item, scope).then((left) => {
      if (left !== undefined && countToTell(left) > 0) askGuests(left.uid)
    })
  const verbs = usePersonalVerbs({
    isAsking: asking !== null || file.open !== null,
    mayMove: own !== undefined,
    isWeek: span === WEEK,
    hasGuests: ownUid !== undefined || guests.untold.length > 0,
    onGuests: () => (ownUid === undefined ? askGuests(guests.untold[0]?.uid) : askGuests(ownUid, own)),
    mayCall: own !== undefined && mayCallColleagues(own),
    onCall: () => own !== undefined && setAsking({ what: 'call', item: own }),
    onQuick: () => quick.current?.focus(),
    onRemove: () => {
      if (own === undefined) return
      if (own.isCancelled && ownUid !== undefined && (own.guests?.untold ?? 0) > 0) askGuests(ownUid, own)
      else if (own.isRepeated && !own.isCancelled) setAsking({ what: 'remove', item: own })
      else remove(own, 'all')
    },
    onMove: (minutes) => {
      if (own !== undefined) void appointments.move(own, minutes).then((to) => to !== undefined && setDay(to))
    },
    onStep: (steps) => go(addDays(day, steps * span)),
    onToday: () => go(today),
    onSpan: () => setSpan(span === WEEK ? 1 : WEEK),
    onExport: files.save,
    onImport: file.choose,
    onElsewhere: () => setAsking({ what: 'elsewhere' }),
  })
  const add = async (entry: QuickEntry): Promise<boolean> => {
    const isKept = await appointments.add(entry)
    if (isKept) go(entry.first)
    return isKept
  }
  const close = (): void => setAsking(null)
  const start =
    asking?.what !== 'write'
      ? undefined
      : asking.item === undefined
        ? appointments.begun(asking.day)
        : appointments.written(asking.item)
  return (
    <>
      {head(verbs)}
      <PersonalStrip
        first={first}
        isWeek={span === WEEK}
        onStep={(steps) => go(addDays(day, steps * span))}
        unshown={shown?.unshown ?? 0}
        untold={guests.untold.length > 0 ? guests.count : 0}
        onTell={() => askGuests(guests.untold[0]?.uid)}
        clashing={clashing.size}
      />
      <QuickLine ref={quick} day={day} items={items} onAdd={add} onLeave={toKeys} />
      <div
        ref={grid}
        style={{ display: 'contents' }}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          const [dropped] = event.dataTransfer.files
          if (dropped !== undefined) file.drop(dropped)
        }}
      >
        {shown === undefined ? (
          <SkeletonRows density="grid" />
        ) : (
          <PersonalGrid
            key={`${first} ${String(span)}`}
            days={days}
            today={today}
            items={items}
            clashing={clashing}
            place={place}
            onPlace={(next) => {
              setDay(next.day)
              setKey(next.key)
            }}
            onOpen={open}
          />
        )}
      </div>
      {asking?.what === 'write' && start !== undefined && (
        <AppointmentSheet
          title={t(asking.item === undefined ? 'schedule.mine.add' : 'schedule.mine.edit')}
          start={start}
          isRepeated={asking.item?.isRepeated ?? false}
          items={items}
          except={asking.item?.key}
          calling={guests.startFor(asking.item)}
          onClose={close}
          onDone={(appointment, scope, calling) =>
            void appointments.write(asking.item, appointment, scope, calling).then((entry) => {
              if (entry === undefined) return
              const { time } = appointment
              go(time.kind === 'days' ? time.first : dayOfMs(time.fromMs))
              if (calling !== null) guests.remember(calling)
              if (countToTell(entry) > 0) askGuests(entry.uid)
              else close()
            })
          }
        />
      )}
      {asking?.what === 'call' &&
        callSheet({
          start: callStartOf(asking.item),
          onClose: close,
          onMade: (meeting) =>
            void appointments.replace(asking.item).then(() => onPlace('meetings', meeting)),
        })}
      {asking?.what === 'remove' && (
        <ScopeSheet
          title={t('schedule.mine.remove')}
          description={asking.item.title}
          onClose={close}
          onDone={(scope) => {
            close()
            remove(asking.item, scope)
          }}
        />
      )}
      {file.open !== null && shown !== undefined && (
        <FileSheets
          owner={desk.person}
          file={file.open}
          entries={shown.entries}
          addresses={shown.addresses}
          itemsOn={shown.itemsBetween}
          onClose={file.close}
        />
      )}
      {asking?.what === 'elsewhere' && <ElsewhereSheet onClose={close} />}
      {asking?.what === 'guests' && (
        <GuestsOf
          entry={shown?.entries[asking.uid]}
          item={asking.item}
          onClose={close}
          onRead={() => {
            close()
            file.choose()
          }}
        />
      )}
      {asking?.what === 'look' && (
        <SubscribedFacts
          owner={desk.person}
          item={asking.item}
          entries={shown?.entries ?? {}}
          entryOf={subscribed.entryOf}
          onClose={close}
        />
      )}
    </>
  )
}
