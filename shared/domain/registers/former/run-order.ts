import type { BlobRef } from '../../blob-ref.ts'
import { ENTRIES_AT_ONCE } from './former-page-decider.ts'
import type { ImportPlan } from './import-plan.ts'

/** An act of an import, in the order in which they are done. */
export interface ImportAct {
  readonly aggregate: { readonly kind: 'former-import' | 'former-page'; readonly id: string }
  readonly type: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Lines that are in when it is done. */
  readonly entered: number
}

/** Everything an import does. Each act may be done again: what is in already is left as it is. */
export function importActs(
  plan: ImportPlan,
  told: { readonly name: string; readonly book: string | null; readonly report: BlobRef },
): readonly ImportAct[] {
  const { id, direction, year, source, pages, counts } = plan
  const aggregate = { kind: 'former-import', id } as const
  let entered = 0
  const begin: ImportAct = {
    aggregate,
    type: 'former-import.begin',
    payload: {
      direction,
      year,
      name: told.name,
      source,
      book: told.book,
      pages: pages.map((page) => page.id),
    },
    entered,
  }
  const entering = pages.flatMap((page) =>
    inParts(page.entries, ENTRIES_AT_ONCE).map((entries): ImportAct => {
      entered += entries.length
      return {
        aggregate: { kind: 'former-page', id: page.id },
        type: 'former-page.enter',
        payload: { import: id, entries },
        entered,
      }
    }),
  )
  const finish: ImportAct = {
    aggregate,
    type: 'former-import.finish',
    payload: { counts, report: told.report },
    entered,
  }
  return [begin, ...entering, finish]
}

const inParts = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  )
