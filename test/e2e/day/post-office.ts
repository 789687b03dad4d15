import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { axisClient, type AxisClient } from '../../../backbone/axis/client/axis-client.ts'
import { axisServer } from '../../../backbone/axis/serve/axis-server.ts'
import { diskBlobs } from '../../../backbone/blobs/disk-blobs.ts'
import { openSqliteEngine } from '../../../backbone/engine/sqlite-engine.ts'
import { axisStore } from '../../../backbone/exchange/axis-store.ts'
import { loadNodeIdentity } from '../../../backbone/node-identity.ts'
import { createNode, type CongsoNode } from '../../../backbone/node.ts'
import type { Clock } from '../../../backbone/ports.ts'
import { ownFiles } from '../../../backbone/practice/first-day/own-files.ts'
import type { PracticeAuthority } from '../../../backbone/practice/pki/authority.ts'
import { practiceSystem } from '../../../backbone/practice/province/correspondents.ts'
import { openSecrets } from '../../../backbone/practice/province/secrets.ts'
import { sealedFiles, type SealedFiles } from '../../../backbone/sealing/sealed-files.ts'
import { zeroStrippedHex } from '../../../shared/exchange/vxp/hash-file.ts'
import type { VxpMessageType } from '../../../shared/exchange/vxp/operations.ts'
import { sha256 } from '../../../shared/kernel/hash.ts'
import { nodeKeyIn } from '../../builders/node-key.ts'

/** Where the practice node of a profile keeps everything. */
const provinceIn = (profile: string): string => path.join(profile, 'practice-node', 'province')

/** The keys of the province of a profile. */
export async function provinceKeys(profile: string): Promise<SealedFiles> {
  await mkdir(provinceIn(profile), { recursive: true, mode: 0o700 })
  return sealedFiles(path.join(provinceIn(profile), 'keys'), await nodeKeyIn(profile))
}

/** The practice node over the data of a profile; what others sent is opened in this process, not in one of its own for each file. */
export async function nodeOver(
  profile: string,
  authority: PracticeAuthority,
  clock: Clock,
  routes?: NonNullable<Parameters<typeof createNode>[0]['routes']>,
): Promise<CongsoNode> {
  const folder = provinceIn(profile)
  const key = await nodeKeyIn(profile)
  return createNode({
    engine: openSqliteEngine(path.join(folder, 'node.sqlite'), key, 'on-close'),
    blobs: diskBlobs(path.join(folder, 'blobs'), key, { isFlushed: false }),
    identity: await loadNodeIdentity(await provinceKeys(profile)),
    scratch: path.join(folder, 'scratch'),
    clock,
    random: (count) => Uint8Array.from(randomBytes(count)),
    journal: {
      warn: (what, facts) => process.stderr.write(`${what} ${JSON.stringify(facts)}\n`),
      error: (what, error) => process.stderr.write(`${what}: ${String(error)}\n`),
    },
    isPractice: true,
    foreign: ownFiles(authority),
    ...(routes === undefined ? {} : { routes }),
  })
}

/** The node of a profile while no window is open over it, and the outside system that exchanges through its axis. */
export interface PostOffice {
  readonly node: CongsoNode
  readonly axis: AxisClient
  /** Of those who sign in the province. */
  readonly authority: PracticeAuthority
  send(message: {
    readonly from: string
    readonly kind: VxpMessageType
    readonly bytes: Uint8Array
  }): Promise<void>
  close(): Promise<void>
}

export async function openPostOffice(profile: string): Promise<PostOffice> {
  const { authority } = await openSecrets(await provinceKeys(profile))
  const clock = { now: Date.now }
  const uploadFolder = path.join(provinceIn(profile), 'scratch')
  await mkdir(uploadFolder, { recursive: true, mode: 0o700 })
  const { readMessage } = ownFiles(authority)
  const node = await nodeOver(profile, authority, clock, async (server, opened) => {
    const onError = (operation: string, error: unknown): void => {
      process.stderr.write(`axis ${operation}: ${String(error)}\n`)
    }
    const store = axisStore(opened, clock)
    await server.register(axisServer({ store, readUpload: readMessage, uploadFolder, onError }), {
      prefix: '/axis',
    })
  })
  const { port } = await node.listen(0)
  const axis = axisClient({
    endpoint: `http://127.0.0.1:${port}/axis`,
    systemId: practiceSystem.id,
    secret: practiceSystem.secret,
  })
  return {
    node,
    axis,
    authority,
    send: async ({ from, kind, bytes }) => {
      const file = { sizeBytes: bytes.length, hashFile: zeroStrippedHex(sha256(bytes)), open: () => [bytes] }
      await axis.sendEdoc({ from, messageType: kind, file })
    },
    close: () => node.close(),
  }
}
