import { foldText } from '#shared/kernel/text-folding.ts'
import type { IconName } from './icons.ts'

/** What a picker offers: a person with title and unit, or an agency with its code. */
export interface PickerOption {
  readonly id: string
  readonly name: string
  readonly detail?: string | undefined
  /** Further words to be found by, as a code or an abbreviation. */
  readonly keywords?: readonly string[] | undefined
  /** Said at the right, as `trên trục` or `vắng mặt`. */
  readonly note?: string | undefined
  readonly noteTone?: 'ok' | 'soon' | 'over' | undefined
  /** Stands for several at once. */
  readonly group?: OfferedGroup | undefined
}

/** What choosing a group does, told before it is chosen. */
export interface OfferedGroup {
  /** Ids that are chosen with it; empty: it cannot be chosen. */
  readonly adds: readonly string[]
  readonly preview: readonly { readonly id: string; readonly icon: IconName; readonly text: string }[]
}

/** The groups of a picker. */
export interface Grouping {
  readonly groups: readonly PickerOption[]
  /** One was chosen: what it adds is in the value already. */
  readonly onGroup: (option: PickerOption) => void
  /** Takes the last one out again while that is offered; false when it is not. */
  readonly onUndo: () => boolean
}

/**
 * Options that hold every typed word, accents or not; those whose name begins with the query come first. Of what fits as well, one stands before
 * a group, so that Enter after a few letters never means many; a group is never cut off.
 */
export function findOptions(
  options: readonly PickerOption[],
  query: string,
  limit = 50,
): readonly PickerOption[] {
  const words = foldText(query).split(' ').filter(Boolean)
  const groups = options.filter((option) => option.group !== undefined)
  const single = options.filter((option) => option.group === undefined)
  if (words.length === 0) return [...groups, ...single.slice(0, limit)]
  const found = [...single, ...groups]
    .map((option) => ({
      option,
      name: foldText(option.name),
      text: foldText([option.name, option.detail ?? '', ...(option.keywords ?? [])].join(' ')),
    }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
  const rank = (name: string): number => {
    const [first = ''] = words
    if (name.startsWith(words.join(' '))) return 0
    return name.split(' ').some((part) => part.startsWith(first)) ? 1 : 2
  }
  const ranked = found.toSorted((one, other) => rank(one.name) - rank(other.name)).map(({ option }) => option)
  const cut = new Set(ranked.filter((option) => option.group === undefined).slice(limit))
  return ranked.filter((option) => !cut.has(option))
}
