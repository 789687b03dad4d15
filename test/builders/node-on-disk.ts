import { join } from 'node:path'
import { diskBlobs } from '../../backbone/blobs/disk-blobs.ts'
import { calendarOutlets } from '../../backbone/caldav/calendar-outlets.ts'
import type { ForeignFiles } from '../../backbone/exchange/foreign-files.port.ts'
import { openSqliteEngine } from '../../backbone/engine/sqlite-engine.ts'
import { loadNodeIdentity } from '../../backbone/node-identity.ts'
import { createNode, type CongsoNode, type NodeOptions } from '../../backbone/node.ts'
import type { Clock } from '../../backbone/ports.ts'
import { sealedFiles } from '../../backbone/sealing/sealed-files.ts'
import { nodeKey } from '../../backbone/sealing/node-key.ts'

/** Where a node of a test keeps everything, and the secret it is sealed with. */
export interface NodePlace {
  readonly folder: string
  readonly key: Uint8Array
}

export const databaseIn = ({ folder }: NodePlace): string => join(folder, 'node.sqlite')

/** The node over this folder, as this process or another left it. */
export async function nodeOnDisk(
  place: NodePlace,
  clock: Clock,
  foreign?: ForeignFiles,
  more: Partial<NodeOptions> = {},
): Promise<CongsoNode> {
  const key = nodeKey(place.key)
  const files = sealedFiles(join(place.folder, 'keys'), key)
  return createNode({
    engine: openSqliteEngine(databaseIn(place), key),
    blobs: diskBlobs(join(place.folder, 'blobs'), key, { isFlushed: false }),
    identity: await loadNodeIdentity(files),
    calendarOutlets: calendarOutlets(files),
    clock,
    scratch: join(place.folder, 'scratch'),
    ...(foreign === undefined ? {} : { foreign }),
    ...more,
  })
}
