import type { BodyBlock, OfficialBody } from '#shared/domain/format/body.ts'
import type { Correspondent, Post, Unit } from '#shared/domain/directory/directory.ts'
import type { Recipient } from '#shared/domain/documents/document.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { fill, paragraph } from '../../../workplace/official-words.ts'
import { nameInSentence } from './meeting-name.ts'
import { printedDay } from './official-moments.ts'
import { boldParagraph, namesFrom, paragraphsOf } from './official-people.ts'
import words from './notice-of-meeting-words.json'

/** What the notice of conclusions is written from. */
export interface NoticeFacts {
  readonly meeting: Meeting
  readonly agency: string
  readonly people: readonly Post[]
  readonly units: readonly Unit[]
  readonly correspondents: readonly Correspondent[]
  /** The unit that drafts it: it keeps a copy. */
  readonly unit: string
}

/** A notice before it is a document: abstract, text, who receives it on the page and over the axis. */
export interface Notice {
  readonly subject: string
  readonly body: OfficialBody
  readonly receivers: readonly string[]
  readonly recipients: readonly Recipient[]
}

/** `Thông báo kết luận` of a meeting (Decree 30 Annex III form 1.4; Decision 45/2018): each item that was concluded, in the words of the chair. */
export function noticeOfMeeting(facts: NoticeFacts): Notice {
  const { meeting, agency, people, units } = facts
  const named = namesFrom(people)
  const chair = [named.title(meeting.chair), named.name(meeting.chair)].filter((one) => one !== '').join(' ')
  const name = nameInSentence(meeting.title)
  const began = meeting.openedAt ?? meeting.from
  const called = meeting.members.map(({ post }) => people.find(({ id }) => id === post)?.unit)
  const theirs = units.filter(({ id }) => called.includes(id)).map((unit) => unit.name)
  const guests = [...new Set(meeting.outsiders.map((one) => one.agency.trim()).filter((one) => one !== ''))]
  const place = meeting.place.trim()
  const values = {
    chair,
    agency,
    meeting: name,
    date: printedDay(began),
    place: place === '' ? words.online : fill(words.at, { place: smallFirst(place) }),
    attending:
      [...theirs, ...guests].length === 0
        ? ''
        : fill(words.attending, { names: listed([...theirs, ...guests]) }),
  }
  const concluded = meeting.items.filter(({ conclusion }) => conclusion !== null)
  const abbreviation = units.find(({ id }) => id === facts.unit)?.abbreviation ?? ''
  return {
    subject: fill(words.subject, values),
    body: {
      type: 'doc',
      content: [
        paragraph(fill(words.opening, values).trim()),
        paragraph(fill(words.heard, values)),
        ...concluded.flatMap(({ title, conclusion }, index): readonly BodyBlock[] => [
          boldParagraph(fill(words.item, { number: String(index + 1), title })),
          ...paragraphsOf(conclusion?.text.trim() === '' ? words.adopted : (conclusion?.text ?? '')),
        ]),
        paragraph(fill(words.closing, values)),
      ],
    },
    receivers: [...theirs, ...guests, abbreviation === '' ? 'Lưu: VT' : `Lưu: VT, ${abbreviation}`],
    recipients: facts.correspondents
      .filter((one) => one.code !== '' && guests.includes(one.name))
      .map((one) => ({ code: one.code, name: one.name })),
  }
}

const smallFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text

/** `A, B và C`. */
function listed(names: readonly string[]): string {
  const [last = ''] = names.slice(-1)
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} và ${last}`
}
