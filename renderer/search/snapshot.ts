import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import { z } from 'zod'
import type { IndexSource, SnapshotPart } from '../database/index-source.ts'
import { SealBroken } from '../database/sealing.ts'
import { PROJECTIONS_VERSION } from '../projections/all-projections.ts'
import { PagesIndex } from './index/pages-index.ts'
import { SearchIndex } from './index/search-index.ts'

/** Rises when the index keeps anything in another way. */
const SNAPSHOT_VERSION = 1

/** Letters and documents, names of the directory, and pages of files. */
export interface Indexes {
  readonly papers: SearchIndex
  readonly names: SearchIndex
  readonly pages: PagesIndex
}

const header = z.object({
  version: z.literal(SNAPSHOT_VERSION),
  projections: z.literal(PROJECTIONS_VERSION),
  revision: z.int().nonnegative(),
})

export const emptyIndexes = (sqlite: Sqlite3Static): Indexes => ({
  papers: new SearchIndex(sqlite),
  names: new SearchIndex(sqlite),
  pages: new PagesIndex(sqlite),
})

/** The indexes as they were kept, and after which write; undefined when there is nothing of use: then it is dropped. */
export async function readSnapshot(
  sqlite: Sqlite3Static,
  source: IndexSource,
): Promise<{ readonly indexes: Indexes; readonly revision: number } | undefined> {
  try {
    const head = header.safeParse(await source.snapshotJson('header'))
    if (head.success && head.data.revision <= (await source.revision())) {
      const [papers, names, pages] = await Promise.all([
        partOf(source, 'papers'),
        partOf(source, 'names'),
        partOf(source, 'pages'),
      ])
      const indexes = {
        papers: new SearchIndex(sqlite, { words: papers.words, columns: papers.beside }),
        names: new SearchIndex(sqlite, { words: names.words, columns: names.beside }),
        pages: new PagesIndex(sqlite, { words: pages.words, places: pages.beside }),
      }
      return { indexes, revision: head.data.revision }
    }
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
  }
  await source.dropSnapshot()
  return undefined
}

/** Keeps the indexes sealed; false when something was written since `revision`. */
export function keepSnapshot(source: IndexSource, indexes: Indexes, revision: number): Promise<boolean> {
  const papers = indexes.papers.image()
  const names = indexes.names.image()
  const pages = indexes.pages.image()
  const head: z.infer<typeof header> = {
    version: SNAPSHOT_VERSION,
    projections: PROJECTIONS_VERSION,
    revision,
  }
  return source.keepSnapshot(revision, [
    { name: 'header', content: { json: head } },
    ...partsOf('papers', papers.words, papers.columns),
    ...partsOf('names', names.words, names.columns),
    ...partsOf('pages', pages.words, pages.places),
  ])
}

const partsOf = (name: string, words: Uint8Array, beside: unknown): readonly SnapshotPart[] => [
  { name: `${name}/words`, content: words },
  { name: `${name}/beside`, content: { json: beside } },
]

async function partOf(
  source: IndexSource,
  name: string,
): Promise<{ readonly words: Uint8Array; readonly beside: unknown }> {
  const words = await source.snapshotBytes(`${name}/words`)
  if (words === undefined) throw new SealBroken('snapshots', name, undefined)
  return { words, beside: await source.snapshotJson(`${name}/beside`) }
}
