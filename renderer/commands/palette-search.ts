import { foldText } from '#shared/kernel/text-folding.ts'
import { commandGroups } from './command.ts'
import type { CommandGroup } from './command.ts'

/** One line of the palette. */
export interface PaletteEntry {
  readonly id: string
  readonly title: string
  readonly group: CommandGroup
}

/** By group; within a group as they were. */
export function inGroups<T extends PaletteEntry>(entries: readonly T[]): readonly T[] {
  return commandGroups.flatMap((group) => entries.filter((entry) => entry.group === group))
}

/** Entries that hold every typed word, accents or not: by group, within a group the better match first. */
export function findEntries<T extends PaletteEntry>(
  entries: readonly T[],
  query: string,
  limit = 40,
): readonly T[] {
  const words = foldText(query).split(' ').filter(Boolean)
  const rank = (title: string): number => {
    const [first = ''] = words
    if (title.startsWith(words.join(' '))) return 0
    return title.split(/[\s/,]+/).some((part) => part.startsWith(first)) ? 1 : 2
  }
  return entries
    .map((entry) => ({ entry, title: foldText(entry.title) }))
    .filter(({ title }) => words.every((word) => title.includes(word)))
    .toSorted(
      (one, other) =>
        commandGroups.indexOf(one.entry.group) - commandGroups.indexOf(other.entry.group) ||
        rank(one.title) - rank(other.title),
    )
    .slice(0, limit)
    .map(({ entry }) => entry)
}
