import { foldText } from '../../kernel/text-folding.ts'
import type { AgendaItem } from './meeting.ts'

const USUAL_MINUTES = 15
/** `… - 20'`, `… 20p`, `… 20 phút` at the end of a line. */
const MINUTES = /\s*[-–—,]?\s*(\d{1,3})\s*(?:phút|ph|p|'|minutes|min)\s*$/i
/** `… (20 phút, Lương Quốc Bảo)` */
const REMARK = /\s*\(([^()]*)\)\s*$/
const NUMBERED = /^\s*(?:\d{1,2}[.)]|[-–•*])\s+/

/** How presenters are written in a line. */
export interface Naming {
  /** Undefined when the words name nobody, or several. */
  postOf(words: string): string | undefined
  /** Undefined when nobody would be told by it. */
  nameOf(post: string): string | undefined
}

/** People by their names; who shares a name has the title with it. */
export function namingOf(
  people: readonly { readonly id: string; readonly name: string; readonly title: string }[],
): Naming {
  const label = ({ name, title }: (typeof people)[number]): string =>
    people.filter((one) => foldText(one.name) === foldText(name)).length === 1 ? name : `${name} - ${title}`
  const byWords = new Map(people.map((one) => [foldText(label(one)), one.id]))
  const byPost = new Map(people.map((one) => [one.id, label(one)]))
  return { postOf: (words) => byWords.get(foldText(words)), nameOf: (post) => byPost.get(post) }
}

/**
 * An agenda as it is typed, a line for each item: `1. Báo cáo tháng 11 (20 phút, Lương Quốc Bảo)`. A line that says what a known item says
 * keeps its id, so that papers stay where they are; without minutes an item has a quarter of an hour.
 */
export function agendaFromLines(
  text: string,
  known: readonly AgendaItem[],
  naming: Naming,
  newId: () => string,
): readonly AgendaItem[] {
  const left = [...known]
  return text.split('\n').flatMap((line): readonly AgendaItem[] => {
    const { title, minutes, presenter } = readLine(line, naming)
    if (title === '') return []
    const at = left.findIndex((one) => one.title === title)
    const [before] = at === -1 ? [] : left.splice(at, 1)
    const asked = minutes ?? before?.minutes ?? USUAL_MINUTES
    const item = before ?? { id: newId(), title, presenter: null, minutes: asked, mayBeAdoptedTogether: true }
    // Who has no name here was not in the line, and is not taken out of it.
    const unnamed =
      item.presenter !== null && naming.nameOf(item.presenter) === undefined ? item.presenter : null
    return [{ ...item, minutes: Math.min(asked, 600), presenter: presenter ?? unnamed }]
  })
}

/** The agenda as it would be typed. */
export function linesOfAgenda(items: readonly AgendaItem[], naming: Pick<Naming, 'nameOf'>): string {
  return items
    .map(({ title, minutes, presenter }) => {
      const name = presenter === null ? undefined : naming.nameOf(presenter)
      return `${title} (${minutes} phút${name === undefined ? '' : `, ${name}`})`
    })
    .join('\n')
}

interface ReadLine {
  readonly title: string
  readonly minutes?: number | undefined
  readonly presenter?: string | undefined
}

/** A remark in brackets that says something else than minutes and presenter belongs to the title. */
function readLine(line: string, naming: Naming): ReadLine {
  const plain = (words: string): string => words.replace(NUMBERED, '').trim()
  const remark = REMARK.exec(line)
  if (remark !== null) {
    let minutes: number | undefined
    let presenter: string | undefined
    const isWhole = (remark[1] ?? '').split(/[,;]/).every((part) => {
      const asked = MINUTES.exec(part)
      if (asked !== null && asked[0].trim() === part.trim()) minutes ??= Number(asked[1])
      else presenter ??= naming.postOf(part.trim())
      return asked !== null || naming.postOf(part.trim()) !== undefined
    })
    if (isWhole) return { title: plain(line.slice(0, remark.index)), minutes, presenter }
  }
  const asked = MINUTES.exec(line)
  return asked === null
    ? { title: plain(line) }
    : { title: plain(line.slice(0, asked.index)), minutes: Number(asked[1]) }
}
