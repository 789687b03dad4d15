import { useState } from 'react'
import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'
import type { NoteSubject } from '#shared/domain/notes/note.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { NoteText } from './note-text.tsx'
import type { PageJump } from './paper-reading.tsx'
import type { PlacedNote } from './placed-note.ts'
import classes from './reading.module.css'
import { useNoteActs } from './use-note-acts.ts'

interface NotesPanelProps {
  readonly meeting: Meeting
  /** The item that is on screen. */
  readonly item: ItemState | undefined
  readonly notes: readonly PlacedNote[]
  /** Shows the item, and the page where there is one. */
  readonly onShow: (item: string, page: Omit<PageJump, 'turn'> | null) => void
}

/** What this person noted on the meeting, its items and papers, in that order. Nobody else has it. */
export function NotesPanel({ meeting, item, notes, onShow }: NotesPanelProps) {
  const t = useT()
  const { write, reword, remove } = useNoteActs(meeting.id)
  const [open, setOpen] = useState<string | NoteSubject | null>(null)
  return (
    <PanelSection heading={t('notes.title')} isLast>
      <p className="dim">{t('notes.private')}</p>
      {notes.length > 0 && (
        <ol className={classes.list} aria-label={t('notes.title')}>
          {notes.map((one) => (
            <li key={one.note.id} className={classes.entry}>
              <Where meeting={meeting} placed={one} onShow={onShow} />
              {one.note.about.kind === 'page' && one.note.about.passage !== null && (
                <q className={classes.quote}>{one.note.about.passage.quote}</q>
              )}
              {open === one.note.id ? (
                <NoteText
                  before={one.note.text}
                  onDone={(text) => {
                    setOpen(null)
                    if (text !== null) reword(one.note.id, text)
                  }}
                />
              ) : (
                <div className={classes.line}>
                  <p className={classes.text}>{one.note.text}</p>
                  <IconButton icon="pencil" label={t('notes.reword')} onClick={() => setOpen(one.note.id)} />
                  <IconButton icon="trash" label={t('notes.remove')} onClick={() => remove(one.note.id)} />
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
      {typeof open === 'object' && open !== null ? (
        <NoteText
          before=""
          onDone={(text) => {
            setOpen(null)
            if (text !== null && text.trim() !== '') write(open, text)
          }}
        />
      ) : (
        <div className={classes.line}>
          {item !== undefined && (
            <Button size="small" icon="plus" onClick={() => setOpen({ kind: 'item', item: item.id })}>
              {t('notes.onItem')}
            </Button>
          )}
          <Button size="small" variant="quiet" icon="plus" onClick={() => setOpen({ kind: 'meeting' })}>
            {t('notes.onMeeting')}
          </Button>
        </div>
      )}
    </PanelSection>
  )
}

interface WhereProps extends Pick<NotesPanelProps, 'meeting' | 'onShow'> {
  readonly placed: PlacedNote
}

/** What a note is about, leading there; whether its words are still found. */
function Where({ meeting, placed: { note, place, writtenOn }, onShow }: WhereProps) {
  const t = useT()
  const { about } = note
  if (about.kind === 'meeting') return <span className={classes.where}>{t('notes.ofMeeting')}</span>
  const at = meeting.items.findIndex(({ id }) => id === about.item)
  const item = meeting.items[at]
  const number = at + 1
  if (about.kind === 'item')
    return item === undefined ? (
      <span className={classes.where}>{t('notes.itemGone')}</span>
    ) : (
      <button type="button" className={classes.where} onClick={() => onShow(item.id, null)}>
        {t('notes.ofItem', { number, title: item.title })}
      </button>
    )
  const paper = meeting.items.flatMap(({ papers }) => papers).find(({ id }) => id === about.paper)
  const home = meeting.items.find(({ papers }) => papers.some(({ id }) => id === about.paper))
  const page = place.kind === 'page' ? place.page : about.page
  return (
    <span className={classes.line}>
      {paper === undefined || home === undefined ? (
        <span className={classes.where}>{t('notes.paperGone', { page })}</span>
      ) : (
        <button
          type="button"
          className={classes.where}
          onClick={() => onShow(home.id, { paper: paper.id, page })}
        >
          {t('notes.ofPage', { name: paper.name, page })}
        </button>
      )}
      {place.kind === 'lost' && (
        <Chip tone="soon" icon="alert-triangle">
          {t('notes.lost')}
        </Chip>
      )}
      {writtenOn !== null && <span className="dim num">{t('notes.writtenOn', { number: writtenOn })}</span>}
    </span>
  )
}
