import { expect, it } from 'vitest'
import { placedNotes } from '../../../../../../renderer/features/meetings/reading/placed-note.ts'
import type { NoteRow } from '../../../../../../renderer/projections/notes.ts'
import type { ItemState } from '../../../../../../shared/domain/meetings/meeting.ts'
import type { NoteSubject } from '../../../../../../shared/domain/notes/note.ts'

const [V1, V2] = ['1'.repeat(64), '2'.repeat(64)]
const file = (sha256: string) => ({ sha256, sizeBytes: 1, mediaType: 'application/pdf' })
const at = '2026-11-16T01:00:00.000Z'

const items = (versions: readonly string[]) =>
  ['i1', 'i2'].map((id): ItemState => ({
    ...{ id, title: id, presenter: null, minutes: 0, mayBeAdoptedTogether: false, positions: [] },
    ...{ speakers: [], motions: [], spent: [], conclusion: null },
    papers:
      id === 'i2'
        ? [{ id: 'p', name: 'to-trinh.pdf', versions: versions.map((one) => ({ file: file(one), at })) }]
        : [],
  }))
const note = (id: string, about: NoteSubject): NoteRow => ({
  ...{ id, about, owner: 'me', meeting: 'm', text: id, at, changedAt: at, isRemoved: false, pending: false },
})
const onPage = (quote: string | null, page = 1): NoteSubject => ({
  ...{ kind: 'page', item: 'i2', paper: 'p', file: V1, page },
  passage: quote === null ? null : { quote, before: '', after: '' },
})
const texts = new Map([[V2, ['trang bìa', 'kinh phí năm sau', '']]])
const textsOf = (sha256: string) => texts.get(sha256)

it('stays where it was written while its paper is the same', () => {
  const [one] = placedNotes({ items: items([V1]) }, [note('n', onPage('kinh phí', 7))], textsOf)
  expect(one).toMatchObject({ place: { kind: 'page', page: 7 }, writtenOn: null })
})

it('follows its words into another version; what is not found there is said to be lost, and kept', () => {
  const all = [note('a', onPage('kinh phí')), note('b', onPage('biên chế')), note('c', onPage(null, 3))]
  const placed = placedNotes({ items: items([V1, V2]) }, [...all, note('d', onPage(null, 4))], textsOf)
  const byId = Object.fromEntries(placed.map(({ note: { id }, place }) => [id, place]))
  expect(byId).toEqual({
    a: { kind: 'page', page: 2 },
    b: { kind: 'lost' },
    c: { kind: 'page', page: 3 },
    d: { kind: 'lost' },
  })
  expect(placed.every(({ writtenOn }) => writtenOn === 1)).toBe(true)
})

it('of a paper that cannot be read yet nothing is said, of one that is no PDF only pages stay', () => {
  const meeting = { items: items([V1, V2]) }
  const kindsOf = (of: () => undefined | 'unread') =>
    placedNotes(meeting, [note('a', onPage('kinh phí')), note('b', onPage(null))], of).map(
      ({ place }) => place.kind,
    )
  expect(kindsOf(() => undefined)).toEqual(['unknown', 'unknown'])
  expect(kindsOf(() => 'unread').sort()).toEqual(['lost', 'page'])
})

it('stands in the order of the meeting; nothing is left out with its item or paper', () => {
  const all = [
    note('gone', { ...(onPage('x') as Extract<NoteSubject, { kind: 'page' }>), item: 'i9', paper: 'q' }),
    note('page', onPage(null)),
    note('second', { kind: 'item', item: 'i2' }),
    note('first', { kind: 'item', item: 'i1' }),
    note('whole', { kind: 'meeting' }),
  ]
  const placed = placedNotes({ items: items([V1]) }, all, textsOf)
  expect(placed.map((one) => one.note.id)).toEqual(['whole', 'first', 'second', 'page', 'gone'])
  expect(placed.at(-1)?.place.kind).toBe('paper-gone')
})
