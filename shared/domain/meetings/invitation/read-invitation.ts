import type { Instant, LocalDate } from '../../../kernel/instant.ts'
import { foldedAlike, plain, plainLines, type PlainLine } from './plain-lines.ts'
import { readWhen } from './read-when.ts'
import { sectionsOf, type Section, type SectionKind } from './sections.ts'

/** A value, how far it may be believed (0 to 1), and where it stands. */
export interface Found<T> {
  readonly value: T
  readonly confidence: number
  /** As it is written there. */
  readonly quote: string
  /** From one; null: not on a page but in the message that brought it. */
  readonly page: number | null
}

/** What an invitation says; what it does not say is null. */
export interface Invitation {
  readonly title: Found<string> | null
  readonly from: Found<Instant> | null
  readonly until: Found<Instant> | null
  readonly place: Found<string> | null
  readonly callUrl: Found<string> | null
  readonly chair: Found<string> | null
  readonly people: Found<string> | null
  readonly requirements: Found<string> | null
}

/** What the register knows of the letter. */
export interface InvitationLetter {
  readonly subject: string
  /** The day of the letter, or of its arrival: a meeting is not before it. */
  readonly issuedOn: LocalDate
}

/** Below this a value is to be looked at by a person. */
export const SURE = 0.8

const LABELLED = 0.95
const IN_A_SENTENCE = 0.75
const RECOGNISED = 0.7

/** Reads title, time, place, chair, people and requirements of a meeting from the pages of its invitation (form 1.7, QD45 Art 10). */
export function readInvitation(pages: readonly string[], letter: InvitationLetter): Invitation {
  const lines = plainLines(pages)
  const sections = sectionsOf(lines)
  const all = sentenceOf(lines)
  const when = whenOf(sections, all, letter.issuedOn)
  const first = (kind: SectionKind): Section | undefined =>
    sections.find((one) => one.kind === kind && one.text !== '')
  return {
    title: titleOf(letter.subject, all, first('content')),
    from: when === undefined ? null : { ...when.found, value: when.from },
    until: when === undefined || when.until === null ? null : { ...when.found, value: when.until },
    place: placeOf(first('where'), when?.section, when?.sentence),
    callUrl: linkOf(lines),
    chair: chairOf(first('chair'), all),
    people: listOf(first('people')) ?? invitedIn(all),
    requirements: requirementsOf(sections),
  }
}

/** The same invitation as read off a picture: every value is to be looked at by a person. */
export function unsure(read: Invitation): Invitation {
  const less = <T>(found: Found<T> | null): Found<T> | null =>
    found === null ? null : { ...found, confidence: Math.min(found.confidence, RECOGNISED) }
  return {
    title: less(read.title),
    from: less(read.from),
    until: less(read.until),
    place: less(read.place),
    callUrl: less(read.callUrl),
    chair: less(read.chair),
    people: less(read.people),
    requirements: less(read.requirements),
  }
}

/** All lines in one, to look for sentences in. */
interface Running {
  readonly text: string
  readonly folded: string
  readonly pageAt: (at: number) => number
}

function sentenceOf(lines: readonly PlainLine[]): Running {
  const starts: { at: number; page: number }[] = []
  let text = ''
  for (const line of lines) {
    starts.push({ at: text.length, page: line.page })
    text += `${line.text} `
  }
  return {
    text,
    folded: foldedAlike(text),
    pageAt: (at) => starts.findLast((one) => one.at <= at)?.page ?? 1,
  }
}

interface ReadWhen {
  readonly from: Instant
  readonly until: Instant | null
  readonly found: Omit<Found<never>, 'value'>
  readonly section?: Section
  readonly sentence?: { readonly text: string; readonly page: number }
}

/** A clock with its day near it. */
const CLOCK_AND_DAY =
  /(?:\d{1,2}\s*(?:gio|h|g)(?=\d|\b).{0,60}?\b\d{1,2}\s*(?:\/\s*\d{1,2}|\s+thang\s+\d)|(?:ngay|sang|chieu)\s+\d{1,2}\s*(?:\/\s*\d{1,2}|\s+thang\s+\d).{0,40}?\d{1,2}\s*(?:gio|h)(?=\d|\b)|\b(?:sang|chieu)(?: ngay)? \d{1,2}\/\d{1,2})/g

/** Times looked at before it is given up: nobody names more in one invitation. */
const MOST_TIMES = 40
/** Of a sentence that is quoted: before its time, and from there on. */
const QUOTED_BEFORE = 40
const QUOTED = 240

function whenOf(sections: readonly Section[], all: Running, issuedOn: LocalDate): ReadWhen | undefined {
  const labelled = sections.filter(({ kind }) => kind === 'when').slice(0, MOST_TIMES)
  for (const section of labelled) {
    const when = readWhen(section.text, issuedOn)
    if (when === undefined) continue
    const { page, quote } = section
    return { ...when, section, found: { page, quote, confidence: when.confidence * LABELLED } }
  }
  for (const { index } of [...all.folded.matchAll(CLOCK_AND_DAY)].slice(0, MOST_TIMES)) {
    const start = beginOfSentence(all.folded, index)
    const stop = endOfSentence(all.folded, index)
    const text = all.text.slice(start, stop)
    const when = readWhen(text, issuedOn)
    if (when === undefined || when.from < issuedOn) continue
    const page = all.pageAt(index)
    return {
      ...when,
      sentence: { text: all.text.slice(index, stop), page },
      found: { page, quote: text.trim(), confidence: when.confidence * IN_A_SENTENCE },
    }
  }
  return undefined
}

function beginOfSentence(folded: string, from: number): number {
  const first = Math.max(from - QUOTED_BEFORE, 0)
  const point = folded.slice(first, from + 2).lastIndexOf('. ')
  return point === -1 ? first : first + point + 2
}

/** The end of a sentence: a point that is followed by a capital, or the end of what may be quoted. */
function endOfSentence(folded: string, from: number): number {
  const rest = /(?<!\b(?:tp|q|p|ths|ts|so|d\/c))\.(?:\s|$)|;|\.\/\./.exec(
    folded.slice(from, from + QUOTED + 2),
  )
  return from + Math.min(rest?.index ?? QUOTED, QUOTED)
}

const AT = /\btai(?: dia diem)?:?\s+/
const PLACE_ENDS =
  /[;]|\.(?:\s|$)|,? (?:do (?:dong chi|ong|ba)|de (?:nghe|ban|thong nhat|trao doi|lam viec)|voi (?:noi dung|su)|duoi su)\b/

function placeOf(
  labelled: Section | undefined,
  when: Section | undefined,
  sentence: { readonly text: string; readonly page: number } | undefined,
): Found<string> | null {
  if (labelled !== undefined) {
    const value = plain(labelled.text.replace(/^tại\s+/i, '').replaceAll('\n', ' '))
    return { value, confidence: LABELLED, quote: labelled.quote, page: labelled.page }
  }
  const near = when === undefined ? sentence : { text: when.text.replaceAll('\n', ' '), page: when.page }
  if (near === undefined) return null
  const folded = foldedAlike(near.text)
  const at = AT.exec(folded)
  if (at === null) return null
  const from = at.index + at[0].length
  const ends = PLACE_ENDS.exec(folded.slice(from))
  const value = plain(near.text.slice(from, ends === null ? undefined : from + ends.index))
  return value === '' ? null : { value, confidence: IN_A_SENTENCE, quote: near.text.trim(), page: near.page }
}

const LINK = /https:\/\/[^\s<>"'()\u201C\u201D]+[^\s<>"'().,;\u201C\u201D]/

function linkOf(lines: readonly PlainLine[]): Found<string> | null {
  for (const { text, page } of lines) {
    const [value] = LINK.exec(text) ?? []
    if (value !== undefined) return { value, confidence: 1, quote: text, page }
  }
  return null
}

const CHAIRED = [
  /(?<!tu )\bdo ([^.;:]{3,120}?)(?: lam)? (?:dong )?chu tri/,
  /\bchu tri cua ([^.;:]{3,120}?)(?=[.;:]|, (?:vao|tai|luc)| vao | tai |$)/,
] as const

function chairOf(labelled: Section | undefined, all: Running): Found<string> | null {
  if (labelled !== undefined) {
    const value = plain(labelled.text.replaceAll('\n', ' '))
    return { value, confidence: LABELLED, quote: labelled.quote, page: labelled.page }
  }
  return inSentence(all, CHAIRED)
}

const INVITED = [/\bkinh moi:? ([^.;]{3,300}?)(?=[.;]| (?:toi|den|tham) du\b| du (?:hop|cuoc|hoi))/] as const
const invitedIn = (all: Running): Found<string> | null => inSentence(all, INVITED)

function inSentence(all: Running, patterns: readonly RegExp[]): Found<string> | null {
  for (const pattern of patterns) {
    const match = pattern.exec(all.folded)
    const said = match?.[1]
    if (match === null || said === undefined) continue
    const at = match.index + match[0].indexOf(said)
    return {
      value: plain(all.text.slice(at, at + said.length)),
      confidence: IN_A_SENTENCE,
      quote: all.text.slice(match.index, match.index + match[0].length).trim(),
      page: all.pageAt(match.index),
    }
  }
  return null
}

/** A list as its lines stand, without what marks them. */
function listOf(section: Section | undefined): Found<string> | null {
  if (section === undefined) return null
  const lines = section.text.split('\n').map(plain)
  return { value: lines.join('\n'), confidence: LABELLED, quote: section.quote, page: section.page }
}

function requirementsOf(sections: readonly Section[]): Found<string> | null {
  const [first, ...more] = sections.filter(({ kind, text }) => kind === 'requirements' && text !== '')
  if (first === undefined) return null
  const value = [first, ...more].map(({ text }) => plain(text.replaceAll('\n', ' '))).join('\n')
  return { value, confidence: IN_A_SENTENCE, quote: first.quote, page: first.page }
}

/** What a subject begins with that is no part of the name of a meeting. */
const OF_SUBJECT =
  /^(?:v\/v|ve viec)?\s*:?\s*(?:(?:giay )?moi (?=hop|du|tham du|lam viec|toa dam|tap huan|hoi nghi))?(?:(?:tham )?du (?=hop|hoi|cuoc|le|buoi|toa|tap|phien))?/
const NAMES_A_MEETING =
  /\b(?:hop|hoi nghi|hoi thao|lam viec|toa dam|tap huan|giao ban|phien|le|hoi dam|tiep cong dan)\b/
const COMES_TO = [
  /\b(?:toi|den|tham) du:? ([^.;:]{5,300}?)(?=[.;:]|,? vao (?:luc|hoi|ngay)| thoi gian\b| nhu sau|,? cu the|,? tai | \d\. | do (?:dong chi|ong|ba) |$)/,
  /\bto chuc ((?:cuoc hop|hoi nghi|phien hop|hoi thao|buoi lam viec|hop) [^.;:]{5,300}?)(?=[.;:]|,? vao (?:luc|hoi|ngay)| thoi gian\b|,? tai |$)/,
] as const

function titleOf(subject: string, all: Running, content: Section | undefined): Found<string> | null {
  const text = subject.slice(0, 4000).normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const begins = OF_SUBJECT.exec(foldedAlike(text))?.[0].length ?? 0
  const named = plain(text.slice(begins))
  const isNamed = NAMES_A_MEETING.test(foldedAlike(named))
  if (isNamed) return { value: capitalised(named), confidence: LABELLED, quote: subject, page: null }
  const said = inSentence(all, COMES_TO)
  if (said !== null) return { ...said, value: capitalised(said.value) }
  if (content !== undefined) {
    const [first = ''] = content.text.split('\n')
    return { value: capitalised(plain(first)), confidence: 0.7, quote: content.quote, page: content.page }
  }
  return named === ''
    ? null
    : { value: capitalised(named), confidence: IN_A_SENTENCE, quote: subject, page: null }
}

const capitalised = (text: string): string =>
  text.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase('vi')).slice(0, 500)
