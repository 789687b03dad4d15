import type { Post, Unit } from '../directory/directory.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { LocalDate } from '../../kernel/instant.ts'
import { deadlineFromWords } from './deadline-words.ts'
import type { Part, TaskRole } from './task.ts'

/** Whom a text may name, and the day it is read on. */
export interface ReadingRoom {
  readonly people: readonly Post[]
  readonly units: readonly Unit[]
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
}

/** One thing that a directive wants done: by whom, what, by when. `work` is the text itself, never rewritten. */
export interface ReadTask {
  readonly parts: readonly Part[]
  readonly work: string
  readonly deadline: LocalDate | null
}

interface Mention {
  readonly post: string
  readonly from: number
  readonly to: number
}

/**
 * Reads assignees, work and date out of the text of a directive (bút phê, kết luận), by rule and the directory only. A sentence that names
 * somebody who leads is a task; one that names nobody adds its date. What it cannot tell stays empty: it proposes, people confirm.
 */
export function readDirective(text: string, room: ReadingRoom): readonly ReadTask[] {
  const tasks: ReadTask[] = []
  let common: LocalDate | null = null
  for (const sentence of sentencesOf(text)) {
    const folded = foldKeepingLength(sentence)
    const deadline = dateIn(folded, room)
    const parts = partsIn(folded, room)
    const last = tasks.at(-1)
    if (parts.some((one) => one.role === 'lead')) tasks.push({ parts, work: sentence, deadline })
    else if (parts.length > 0 && last !== undefined)
      tasks[tasks.length - 1] = {
        ...last,
        parts: merged(last.parts, parts),
        deadline: last.deadline ?? deadline,
      }
    else if (parts.length > 0) tasks.push({ parts, work: sentence, deadline })
    else common ??= deadline
  }
  return tasks.map((task) => ({ ...task, deadline: task.deadline ?? common }))
}

/** Whom a text names first; a unit stands for its head. */
export const firstNamedIn = (text: string, room: Pick<ReadingRoom, 'people' | 'units'>): string | undefined =>
  mentionsIn(foldKeepingLength(text.normalize('NFC')), room)[0]?.post

/** The first day that a text names as a deadline; null when it names none. */
export const deadlineIn = (text: string, room: Pick<ReadingRoom, 'today' | 'calendar'>): LocalDate | null =>
  sentencesOf(text)
    .map((sentence) => dateIn(foldKeepingLength(sentence), room))
    .find((date) => date !== null) ?? null

const sentencesOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .split(/(?:[;\n]|\.(?=\s|$))+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Letters without marks in lower case, each in its place. */
const foldKeepingLength = (text: string): string =>
  text.replace(/./gsu, (letter) => {
    const plain = letter
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
    return plain === 'đ' ? 'd' : plain.length === letter.length ? plain : letter
  })

function merged(parts: readonly Part[], more: readonly Part[]): readonly Part[] {
  return [...parts, ...more.filter((one) => !parts.some((known) => known.post === one.post))]
}

/** Who is named, in order; `phối hợp` before a name makes it cooperate, `để biết` tells it only, everyone else leads once. */
function partsIn(folded: string, room: ReadingRoom): readonly Part[] {
  const parts: Part[] = []
  let at = 0
  let role: TaskRole = 'lead'
  for (const mention of mentionsIn(folded, room)) {
    const before = folded.slice(at, mention.from)
    const after = folded.slice(mention.to)
    if (/chu tri|giao\b/.test(before)) role = 'lead'
    if (/phoi hop|cung (voi )?\b/.test(before)) role = 'cooperating'
    if (/de biet|thong bao|sao gui/.test(before)) role = 'inform'
    const isNamedLead = /^[\s,(]*chu tri/.test(after)
    const isNamedSupport = /^[\s,(]*phoi hop(?! voi)/.test(after)
    const isNamedTold = /^[\s,(]*(nhan )?de biet/.test(after)
    const own = isNamedLead ? 'lead' : isNamedSupport ? 'cooperating' : isNamedTold ? 'inform' : role
    const hasLead = parts.some((one) => one.role === 'lead')
    parts.push({ post: mention.post, role: own === 'lead' && hasLead ? 'cooperating' : own })
    at = mention.to
  }
  return merged([], parts).filter(
    (one, index, all) => all.findIndex((other) => other.post === one.post) === index,
  )
}

/** Mentions from left to right; the longest wins where two begin alike. */
function mentionsIn(
  folded: string,
  { people, units }: Pick<ReadingRoom, 'people' | 'units'>,
): readonly Mention[] {
  const found: Mention[] = []
  const look = (words: string, post: string | undefined, prefix = ''): void => {
    if (words === '' || post === undefined) return
    // A name with a comma is also written without.
    const written = escaped(words).replaceAll(', ', ',? ')
    const pattern = new RegExp(`(?<![a-z0-9])${prefix}(${written})(?![a-z0-9])`, 'g')
    for (const match of folded.matchAll(pattern))
      found.push({ post, from: match.index, to: match.index + match[0].length })
  }
  for (const person of people) {
    const name = foldKeepingLength(person.name.normalize('NFC'))
    const words = name.split(' ')
    look(name, person.id, `(?:${COMRADE})?`)
    if (isOnly(people, person, 2)) look(words.slice(-2).join(' '), person.id, `(?:${COMRADE})`)
    if (isOnly(people, person, 1)) look(words.at(-1) ?? '', person.id, `(?:${COMRADE})`)
  }
  for (const unit of units) {
    const head = people.find((one) => one.unit === unit.id && one.roles.includes('unit-head'))?.id
    look(foldKeepingLength(unit.name.normalize('NFC')), head)
    look(foldKeepingLength(unit.abbreviation), head, '(?:phong |p\\.? ?)')
  }
  return found
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter((one, index, all) => !all.slice(0, index).some((other) => one.from < other.to))
}

const COMRADE = 'dong chi |d/c |dc |ong |ba '

/** Whether the last `count` words of the name mean nobody else. */
function isOnly(people: readonly Post[], person: Post, count: number): boolean {
  const tail = (name: string): string =>
    foldKeepingLength(name.normalize('NFC')).split(' ').slice(-count).join(' ')
  return people.every((one) => one.person === person.person || tail(one.name) !== tail(person.name))
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const WHEN =
  /(?:truoc ngay|truoc|den ngay|han|xong|trong|vao) ?(?:ngay )?(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|\d{1,3} ngay|thu [a-z0-9]+|t[2-7]|cuoi tuan|cuoi thang|hom nay|ngay mai|mai)(?![a-z0-9])/

function dateIn(
  folded: string,
  { today, calendar }: Pick<ReadingRoom, 'today' | 'calendar'>,
): LocalDate | null {
  if (/trong tuan(?! sau)/.test(folded)) return deadlineFromWords('cuoi tuan', today, calendar) ?? null
  if (/trong ngay(?! \d)/.test(folded) || /ngay trong hom nay/.test(folded)) return today
  const words = WHEN.exec(folded)?.[1]
  return words === undefined ? null : (deadlineFromWords(words, today, calendar) ?? null)
}
