import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import { z } from 'zod'
import type { IndexSource, SnapshotPart } from '../database/index-source.ts'
import { SealBroken } from '../database/sealing.ts'
import { PROJECTIONS_VERSION } from '../projections/all-projections.ts'
import { PagesIndex, type PagesImage } from './index/pages-index.ts'
import { SearchIndex, type IndexImage } from './index/search-index.ts'

/** Rises when the index keeps anything in another way. */
const SNAPSHOT_VERSION = 2

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
        searchImage(source, 'papers'),
        searchImage(source, 'names'),
        pagesImage(source),
      ])
      const indexes = {
        papers: new SearchIndex(sqlite, papers),
        names: new SearchIndex(sqlite, names),
        pages: new PagesIndex(sqlite, pages),
      }
      return { indexes, revision: head.data.revision }
    }
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
  }
  await source.dropSnapshot()
  return undefined
}

/** Keeps the indexes sealed; false when something was taken out of what search finds since `revision`. */
export function keepSnapshot(source: IndexSource, indexes: Indexes, revision: number): Promise<boolean> {
  const head: z.infer<typeof header> = {
    version: SNAPSHOT_VERSION,
    projections: PROJECTIONS_VERSION,
    revision,
  }
  return source.keepSnapshot(revision, [
    { name: 'header', content: { json: head } },
    ...partsOf('papers', indexes.papers.image()),
    ...partsOf('names', indexes.names.image()),
    ...partsOf('pages', indexes.pages.image()),
  ])
}

const partsOf = (name: string, image: object): readonly SnapshotPart[] =>
  Object.entries(image).map(([part, content]: [string, unknown]) => ({
    name: `${name}/${part}`,
    content: content instanceof Uint8Array ? content : { json: content },
  }))

async function searchImage(source: IndexSource, name: 'papers' | 'names'): Promise<IndexImage> {
  const [words, places, vocabulary, columns] = await Promise.all([
    bytesOf(source, `${name}/words`),
    bytesOf(source, `${name}/places`),
    source.snapshotJson(`${name}/vocabulary`),
    source.snapshotJson(`${name}/columns`),
  ])
  return { words, places, vocabulary, columns }
}

async function pagesImage(source: IndexSource): Promise<PagesImage> {
  const [words, places] = await Promise.all([
    bytesOf(source, 'pages/words'),
    source.snapshotJson('pages/places'),
  ])
  return { words, places }
}

async function bytesOf(source: IndexSource, name: string): Promise<Uint8Array> {
  const bytes = await source.snapshotBytes(name)
  if (bytes === undefined) throw new SealBroken('snapshots', name, undefined)
  return bytes
}
