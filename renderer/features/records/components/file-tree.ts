import { entriesOf, type FilePlan, type PlanEntry } from '#shared/domain/records/file-plan.ts'
import type { FileRow } from '../../../projections/records.ts'
import type { ListEntry } from '../../../ui/list-entries.ts'

/** A file that is open, or one of the plan that is not opened yet. */
export type TreeItem =
  | { readonly what: 'file'; readonly file: FileRow }
  | { readonly what: 'planned'; readonly year: number; readonly entry: PlanEntry }

interface TreeWords {
  readonly outside: string
  readonly year: (year: number) => string
}

/** Files under the headings of their plan, then those outside of it; of `mine` also what the plan expects and nobody opened. */
export function fileTree(
  plans: readonly FilePlan[],
  files: readonly FileRow[],
  mine: string,
  words: TreeWords,
): readonly ListEntry<TreeItem>[] {
  const years = [...new Set([...plans.map((one) => one.year), ...files.map((one) => one.year)])].sort(
    (a, b) => b - a,
  )
  return years.flatMap((year) => {
    const plan = plans.find((one) => one.year === year)
    const ofYear = files.filter((one) => one.year === year)
    const headings = plan?.approved?.headings ?? []
    const known = new Set(entriesOf(headings).map(({ entry }) => entry.notation))
    const groups = headings.map((heading, index) => ({
      id: `${year}/${heading.abbreviation}`,
      label: `${roman(index + 1)}. ${heading.title}`,
      items: heading.entries.flatMap((entry) => itemOf(entry, year, ofYear, mine)),
    }))
    const outside = ofYear
      .filter((one) => !known.has(one.notation))
      .map((file) => ({ what: 'file', file }) as const)
    return [...groups, { id: `${year}/outside`, label: words.outside, items: outside }]
      .filter((group) => group.items.length > 0)
      .flatMap((group): ListEntry<TreeItem>[] => [
        { kind: 'group', id: group.id, label: group.label, detail: words.year(year) },
        ...group.items.map((item): ListEntry<TreeItem> => ({ kind: 'row', id: idOf(item), item })),
      ])
  })
}

const idOf = (item: TreeItem): string =>
  item.what === 'file' ? item.file.id : `planned/${item.year}/${item.entry.notation}`

function itemOf(
  entry: PlanEntry,
  year: number,
  files: readonly FileRow[],
  mine: string,
): readonly TreeItem[] {
  const file = files.find((one) => one.notation === entry.notation)
  if (file !== undefined) return [{ what: 'file', file }]
  return entry.creator === mine ? [{ what: 'planned', year, entry }] : []
}

const numerals = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const
function roman(number: number): string {
  const found = numerals.find(([, value]) => value <= number)
  return found === undefined ? '' : `${found[0]}${roman(number - found[1])}`
}
