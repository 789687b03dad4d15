import { foldText } from '#shared/kernel/text-folding.ts'

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
}

/** Options that hold every typed word, accents or not; those whose name begins with the query come first. */
export function findOptions(
  options: readonly PickerOption[],
  query: string,
  limit = 50,
): readonly PickerOption[] {
  const words = foldText(query).split(' ').filter(Boolean)
  if (words.length === 0) return options.slice(0, limit)
  const found = options
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
  return found
    .toSorted((one, other) => rank(one.name) - rank(other.name))
    .slice(0, limit)
    .map(({ option }) => option)
}
