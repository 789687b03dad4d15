import type { BlobRef } from '#shared/domain/blob-ref.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { findInPages } from '#shared/domain/notes/find-passage.ts'
import type { PageSubject } from '#shared/domain/notes/note.ts'
import type { NoteRow } from '../../../projections/notes.ts'

/** Where a note stands now. `unknown`: the paper is not read yet, or is not on this machine. */
export type NotePlace =
  { readonly kind: 'page'; readonly page: number } | { readonly kind: 'lost' | 'paper-gone' | 'unknown' }

export interface PlacedNote {
  readonly note: NoteRow
  readonly place: NotePlace
  /** The version of its paper it was written on, from 1, where that is not the newest. */
  readonly writtenOn: number | null
}

/** What one may read of a file's pages: nothing yet, nothing ever, or their texts. */
export type TextsOf = (sha256: string) => readonly string[] | 'unread' | undefined

const paperOf = ({ items }: Pick<Meeting, 'items'>, { paper }: PageSubject) =>
  items.flatMap(({ papers }) => papers).find(({ id }) => id === paper)

/** The newest version of the paper a note is on, where that is another one than it was written on; undefined: none is needed. */
export function fileToSearch(meeting: Pick<Meeting, 'items'>, { about }: NoteRow): BlobRef | undefined {
  if (about.kind !== 'page') return undefined
  const newest = paperOf(meeting, about)?.versions.at(-1)?.file
  return newest === undefined || newest.sha256 === about.file ? undefined : newest
}

/** Notes in the order of the meeting, each where it stands in the newest version of its paper: a passage by its words, else the page. */
export function placedNotes(
  meeting: Pick<Meeting, 'items'>,
  notes: readonly NoteRow[],
  textsOf: TextsOf,
): readonly PlacedNote[] {
  const orderOf = ({ note: { about }, place }: PlacedNote): readonly number[] => {
    if (about.kind === 'meeting') return [-1, 0, 0]
    const item = meeting.items.findIndex(({ id }) => id === about.item)
    const papers = meeting.items[item]?.papers ?? []
    const paper = about.kind === 'item' ? -1 : papers.findIndex(({ id }) => id === about.paper)
    return [item < 0 ? meeting.items.length : item, paper, place.kind === 'page' ? place.page : 0]
  }
  const placed = notes.map((note) => placedNote(meeting, note, textsOf))
  return placed.toSorted((a, b) => {
    const [mine, theirs] = [orderOf(a), orderOf(b)]
    const differs = mine.findIndex((one, index) => one !== theirs[index])
    return differs >= 0 ? (mine[differs] ?? 0) - (theirs[differs] ?? 0) : a.note.at < b.note.at ? -1 : 1
  })
}

function placedNote(meeting: Pick<Meeting, 'items'>, note: NoteRow, textsOf: TextsOf): PlacedNote {
  const { about } = note
  if (about.kind !== 'page') return { note, place: { kind: 'page', page: 0 }, writtenOn: null }
  const paper = paperOf(meeting, about)
  if (paper === undefined) return { note, place: { kind: 'paper-gone' }, writtenOn: null }
  const searched = fileToSearch(meeting, note)
  if (searched === undefined) return { note, place: { kind: 'page', page: about.page }, writtenOn: null }
  const written = paper.versions.findIndex(({ file }) => file.sha256 === about.file)
  return {
    note,
    place: placeIn(textsOf(searched.sha256), about),
    writtenOn: written < 0 ? null : written + 1,
  }
}

function placeIn(texts: ReturnType<TextsOf>, { passage, page }: PageSubject): NotePlace {
  if (texts === undefined) return { kind: 'unknown' }
  // A picture of a page has no words: only a note beside a page can stay where it was.
  const found =
    passage === null
      ? texts === 'unread' || page <= texts.length
        ? page
        : null
      : texts === 'unread'
        ? null
        : findInPages(texts, passage, page)
  return found === null ? { kind: 'lost' } : { kind: 'page', page: found }
}
