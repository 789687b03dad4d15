/** Which pages of a file were drawn for a person since they came to this desk. Kept by main, which draws them, so that no page can claim it. */
export interface DrawnPages {
  /** A page, counted from 1, of so many was drawn. */
  note(person: string, sha256: string, page: number, pages: number): void
  /** Whether each page of the file was. */
  isWhole(person: string, sha256: string): boolean
}

export function drawnPages(): DrawnPages {
  const drawn = new Map<string, { readonly pages: number; readonly seen: Set<number> }>()
  const keyOf = (person: string, sha256: string): string => `${sha256} ${person}`
  return {
    note: (person, sha256, page, pages) => {
      const key = keyOf(person, sha256)
      const known = drawn.get(key) ?? { pages, seen: new Set() }
      known.seen.add(page)
      drawn.set(key, known)
    },
    isWhole: (person, sha256) => {
      const known = drawn.get(keyOf(person, sha256))
      return known !== undefined && known.seen.size === known.pages
    },
  }
}
