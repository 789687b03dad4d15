import {
  shelfOfPage,
  type FormerEntry,
  type FormerFile,
  type FormerShelf,
} from '#shared/domain/registers/former/former-entry.ts'
import type { FormerPage } from '#shared/domain/registers/former/former-page-decider.ts'
import type { Projection } from './projection.ts'

/** A line of a former register, with every file that was brought for it. */
export interface FormerRow extends FormerShelf, Pick<FormerEntry, 'id' | 'line' | 'facts'> {
  /** The import it came with. */
  readonly import: string
  readonly files: readonly FormerFile[]
}

/** How the lines of a register are found together. */
export const shelfKey = ({ direction, year }: FormerShelf): string => `${direction}/${year}`

/** The lines of a page as rows. */
export function rowsOfPage(page: FormerPage): readonly FormerRow[] {
  const shelf = shelfOfPage(page.id)
  return page.entries.map(({ id, line, facts, files, added, import: from }) => ({
    ...shelf,
    id,
    line,
    facts,
    import: from,
    files: [...files, ...added.map(({ name, file }) => ({ name, file }))],
  }))
}

const NUMBER_WIDTH = 8

/** Lines of former registers by register, in the order of their numbers, then of the source. */
export const former: Projection = {
  table: 'former',
  rowsOf(of) {
    if (of.kind !== 'former-page') return []
    return rowsOfPage(of.state).map((content) => {
      const number = content.facts.number ?? 10 ** NUMBER_WIDTH - 1
      const sort = [number, content.line].map((one) => String(one).padStart(NUMBER_WIDTH, '0')).join('/')
      const index = { shelf: shelfKey(content), sort, import: content.import }
      return { id: content.id, index, content, counts: [] }
    })
  },
}

/** Imports of former registers. */
export const formerImports: Projection = {
  table: 'formerImports',
  rowsOf(of) {
    if (of.kind !== 'former-import') return []
    return [{ id: of.state.id, index: {}, content: of.state, counts: [] }]
  },
}
