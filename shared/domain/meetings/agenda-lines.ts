import type { AgendaItem } from './meeting.ts'

const USUAL_MINUTES = 15
/** `… (20 phút)`, `… - 20'`, `… 20p` */
const MINUTES = /\s*[-–—,(]?\s*(\d{1,3})\s*(?:phút|ph|p|'|minutes|min)\s*\)?\s*$/i
const NUMBERED = /^\s*(?:\d{1,2}[.)]|[-–•*])\s+/

/**
 * An agenda as it is typed, a line for each item: `1. Báo cáo tháng 11 (20 phút)`. A line that says what a known item says keeps its id, so
 * that papers stay where they are; without minutes an item has a quarter of an hour.
 */
export function agendaFromLines(
  text: string,
  known: readonly AgendaItem[],
  newId: () => string,
): readonly AgendaItem[] {
  const left = [...known]
  return text.split('\n').flatMap((line): readonly AgendaItem[] => {
    const [, minutes] = MINUTES.exec(line) ?? []
    const title = line.replace(MINUTES, '').replace(NUMBERED, '').trim()
    if (title === '') return []
    const at = left.findIndex((one) => one.title === title)
    const [before] = at === -1 ? [] : left.splice(at, 1)
    const asked = minutes === undefined ? (before?.minutes ?? USUAL_MINUTES) : Number(minutes)
    const item = before ?? { id: newId(), title, presenter: null, minutes: asked, mayBeAdoptedTogether: true }
    return [{ ...item, minutes: Math.min(asked, 600) }]
  })
}

/** The agenda as it would be typed. */
export function linesOfAgenda(items: readonly AgendaItem[]): string {
  return items.map(({ title, minutes }) => `${title} (${minutes} phút)`).join('\n')
}
