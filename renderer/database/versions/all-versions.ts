import { firstTables } from './0010-first-tables.ts'
import { searchTables } from './0020-search.ts'

/** Every version of the local database, oldest first, in steps of ten. */
export const allVersions = [firstTables, searchTables] as const

export const LATEST_VERSION = allVersions[allVersions.length - 1]?.number ?? 0
