import { entryUnder, type CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import { receivedIn, type CalendarMessage } from '#shared/exchange/calendar/personal/open-file.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'
import { useSaving } from '../hooks/use-saving.ts'
import type { CalendarItem } from './calendar-item.ts'
import { GuestWord } from './guests/guest-word.tsx'
import { ImportSheet } from './import-sheet.tsx'
import { answered, guestWord, takenIn } from './message-answers.ts'
import { MessageSheet } from './message-sheet.tsx'
import { useAppointmentActs } from './use-appointment-acts.ts'
import type { OpenFile } from './use-calendar-file.ts'
import { useKeepMany } from './use-keep-many.ts'

interface FileSheetsProps {
  readonly owner: string
  readonly file: OpenFile
  readonly entries: Readonly<Record<string, CalendarEntry>>
  readonly addresses: readonly string[]
  readonly itemsOn: (fromMs: number, untilMs: number) => readonly CalendarItem[]
  readonly onClose: () => void
}

/** What lies open: events to be kept, or a message to be answered. */
export function FileSheets(props: FileSheetsProps) {
  const { owner, file, onClose } = props
  const keepMany = useKeepMany(owner)
  const acts = useAppointmentActs(owner)
  if (file.opened.kind === 'events')
    return (
      <ImportSheet
        name={file.name}
        opened={file.opened}
        onClose={onClose}
        onKeep={(rows) => void keepMany(rows.map(({ entry }) => entry)).then((isKept) => isKept && onClose())}
      />
    )
  const { message } = file.opened
  const entry = entryUnder(props.entries, message.uid)
  const word = guestWord(message, entry)
  return entry === undefined || word === undefined ? (
    <Message {...props} message={message} />
  ) : (
    <GuestWord {...{ entry, message, word, acts, onClose }} />
  )
}

function Message({
  owner,
  entries,
  addresses,
  itemsOn,
  onClose,
  message,
}: FileSheetsProps & { readonly message: CalendarMessage }) {
  const t = useT()
  const notice = useNotice()
  const save = useSaving()
  const acts = useAppointmentActs(owner)
  const remember = async (me: readonly string[]): Promise<void> => {
    if (me.length > addresses.length) await acts.answerAs(me.slice(-MOST_ADDRESSES))
  }
  const keep = async (entry: CalendarEntry | undefined, text: string): Promise<boolean> =>
    entry === undefined || (await acts.keep(entry, { icon: 'calendar', text })) !== undefined
  const title = message.event?.summary ?? ''
  return (
    <MessageSheet
      message={message}
      addresses={addresses}
      itemsOn={(fromMs, untilMs) =>
        itemsOn(fromMs, untilMs).filter(({ at }) => typeof at !== 'object' || at?.uid !== message.uid)
      }
      receive={(me) => receivedIn(message, entries, me, Date.now()).received}
      onClose={onClose}
      onTake={(me) =>
        void keep(takenIn(message, entries, me), t('schedule.mine.message.taken', { title })).then(
          (isKept) => isKept && onClose(),
        )
      }
      onAnswer={(said, me) => {
        const done = answered(message, entries, me, said)
        if (typeof done === 'string') {
          notice({
            words: t('schedule.mine.message.unanswered'),
            remedy: t('schedule.mine.message.who'),
            citation: null,
          })
          return
        }
        const words = t('schedule.mine.message.answered', { title })
        void keep(
          said.kind === 'DECLINED' && entryUnder(entries, message.uid) === undefined ? undefined : done.entry,
          words,
        ).then(async (isKept) => {
          if (!isKept) return
          await remember(me)
          onClose()
          save(t(`schedule.mine.message.files.${said.kind === 'COUNTER' ? 'counter' : 'reply'}`), (native) =>
            native.invoke('blobs.put', { bytes: done.file, mediaType: 'text/calendar' }),
          )
        })
      }}
    />
  )
}

const MOST_ADDRESSES = 10
