import type { PagesContent } from '../database/index-source.ts'
import type { Search } from './search-client.ts'

export interface ReadPagesDeps {
  readonly search: Search
  /** Whether the file is on this computer. */
  readonly isHere: (sha256: string) => Promise<boolean>
  /** The words of each page of a file that is here. Rejects when it cannot be read. */
  readonly pageTexts: (sha256: string) => Promise<readonly string[]>
  readonly keepPages: (found: string, content: PagesContent) => Promise<void>
}

const AT_ONCE = 20

/**
 * Reads the pages of the newest files that are on this computer and were not read yet, some at a time; answers how many it read. A file
 * that cannot be read counts as one without words, and is not tried again.
 */
export async function readPages({ search, isHere, pageTexts, keepPages }: ReadPagesDeps): Promise<number> {
  let count = 0
  for (const { id, file } of await search.ask('unread', { limit: 10 * AT_ONCE })) {
    if (count >= AT_ONCE) break
    if (file === null || !(await isHere(file.sha256))) continue
    const pages = await pageTexts(file.sha256).catch((): readonly string[] => [])
    await keepPages(id, { sha256: file.sha256, pages })
    count++
  }
  return count
}
