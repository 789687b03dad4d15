import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { establishAgency } from '../../backbone/directory.ts'
import { openSqliteEngine } from '../../backbone/engine/sqlite-engine.ts'
import type { ForeignFiles } from '../../backbone/exchange/foreign-files.port.ts'
import type { CongsoNode } from '../../backbone/node.ts'
import { nodeKey } from '../../backbone/sealing/node-key.ts'
import { readFeed } from '../../backbone/workspace/feed.ts'
import type { Workspace } from '../../backbone/workspace/workspace.ts'
import {
  databaseName,
  openOfficeDatabase,
  type OfficeDatabase,
} from '../../renderer/database/office-database.ts'
import { importDatabaseKey } from '../../renderer/database/sealing.ts'
import { openDesk } from '../../renderer/sync/desk.ts'
import type { Desk } from '../../renderer/sync/desk-api.ts'
import type { BackbonePort, DeskPorts } from '../../renderer/sync/ports.ts'
import { createWebCryptoVerifier } from '../../renderer/sync/web-crypto-verifier.ts'
import type { BlobRef } from '../../shared/domain/blob-ref.ts'
import type { Role } from '../../shared/domain/decision.ts'
import { toBase64 } from '../../shared/kernel/bytes.ts'
import { sha256Hex } from '../../shared/kernel/hash.ts'
import type { SubmitAnswer } from '../../shared/protocol/commands.ts'
import { feedItem, type FeedItem } from '../../shared/protocol/feed.ts'
import { aDevice, anAgency, type TestDevice } from './backbone.ts'
import { KillableNode } from './killable-node.ts'
import { ManualTimer } from './manual-timer.ts'
import { databaseIn, nodeOnDisk, type NodePlace } from './node-on-disk.ts'
import type { NodeWire } from './node-wire.ts'

export const OFFICE = 'so-thu'

/** Live queries ask whether there is a database at all before they look at the one they are given. */
Dexie.dependencies.indexedDB = new IDBFactory()

/** A clock that only moves when told. */
class TestClock {
  ms = Date.parse('2026-11-16T01:00:00.000Z')
  now = (): number => this.ms
  pass(ms: number): void {
    this.ms += ms
  }
}

/** What may happen between desk and node. */
export type Weather = 'up' | 'down' | 'answer-lost' | 'sent-twice'

/** One agency with its node, and desks that come and go. Everything is real but the wire. */
export class SyncOffice {
  readonly clock = new TestClock()
  readonly desks: TestDesk[] = []
  readonly #place: NodePlace = {
    folder: mkdtempSync(join(tmpdir(), 'congso-sync-')),
    key: Uint8Array.from(randomBytes(32)),
  }
  readonly #here: NodeWire = {
    submit: (commands) => this.workspace.submit(commands),
    feed: async (person, after, limit) =>
      after > this.workspace.head().seq ? 'cursor-ahead' : this.feedOf(person, after, limit),
    keepFile: async (bytes) => {
      await this.node.blobs.keep(OFFICE, [bytes], 'application/pdf')
    },
    act: async (acts) => {
      await this.workspace.act(acts)
    },
  }
  /** What the node here opens files with; without it no signature is checked. */
  foreign: ForeignFiles | undefined
  /** Of the node that was started last. */
  nodeKey = new Uint8Array()
  /** Where desks find the node. */
  wire: NodeWire = this.#here
  #node: { readonly node: CongsoNode; readonly workspace: Workspace } | undefined

  get node(): CongsoNode {
    return this.#running().node
  }
  get workspace(): Workspace {
    return this.#running().workspace
  }

  /** Five posts `so-thu-<role>`, and further clerks `so-thu-clerk-2` … */
  static async open(clerks = 1): Promise<SyncOffice> {
    const office = new SyncOffice()
    await office.startNode()
    await office.#writeFirstDay(clerks)
    return office
  }

  /** Another node with another key and an empty log, as when a practice province is reset. */
  async reset(): Promise<void> {
    await this.stopNode()
    this.#removeFile()
    rmSync(join(this.#place.folder, 'keys'), { recursive: true })
    await this.startNode()
    await this.#writeFirstDay(1)
  }

  async #writeFirstDay(clerks: number): Promise<void> {
    const { workspace } = this
    const plan = anAgency(OFFICE)
    const clerk = plan.posts.find((post) => post.roles.includes('clerk'))!
    const more = Array.from({ length: clerks - 1 }, (_, index) => ({
      ...clerk,
      id: `${clerk.id}-${index + 2}`,
      person: `${clerk.person}-${index + 2}`,
    }))
    await establishAgency(workspace, { ...plan, posts: [...plan.posts, ...more] })
    await workspace.act([
      {
        aggregate: { kind: 'book', id: 'book-out' },
        type: 'book.open',
        payload: { name: 'Sổ văn bản đi', year: 2026, direction: 'outgoing', startAfter: 0 },
      },
      {
        aggregate: { kind: 'book', id: 'book-in' },
        type: 'book.open',
        payload: { name: 'Sổ văn bản đến', year: 2026, direction: 'incoming', startAfter: 0 },
      },
    ])
  }

  async startNode(): Promise<void> {
    const node = await nodeOnDisk(this.#place, this.clock, this.foreign)
    this.nodeKey = Uint8Array.from(node.identity.publicKey)
    this.#node = { node, workspace: await node.workspace(OFFICE) }
  }

  async stopNode(): Promise<void> {
    await this.#node?.node.close()
    this.#node = undefined
  }

  /** The node goes on in a process that can be killed. Until `bringNodeHome` nothing of it can be looked at here. */
  async sendNodeAway(): Promise<KillableNode> {
    await this.stopNode()
    const away = new KillableNode(this.#place, OFFICE, this.clock.now)
    this.wire = away
    return away
  }

  /** Kills the node out there and opens what it left. */
  async bringNodeHome(away: KillableNode): Promise<void> {
    await away.end()
    this.wire = this.#here
    await this.startNode()
  }

  /** Copies what the node has on disk. */
  async backup(): Promise<void> {
    await this.stopNode()
    copyFileSync(this.#file, `${this.#file}.backup`)
    await this.startNode()
  }

  /** Goes back to the last backup, as an operator would. */
  async restore(): Promise<void> {
    await this.stopNode()
    this.#removeFile()
    copyFileSync(`${this.#file}.backup`, this.#file)
    const engine = openSqliteEngine(this.#file, nodeKey(this.#place.key))
    await engine.raiseEpoch(OFFICE)
    await engine.close()
    await this.startNode()
  }

  /** A desk for the post `so-thu-<who>`, enrolled, not yet synced. */
  async desk(who: Role | `clerk-${number}`): Promise<TestDesk> {
    const desk = new TestDesk(this, `${OFFICE}-p-${who}`, `${OFFICE}-${who}`)
    await desk.enrol()
    await desk.start()
    this.desks.push(desk)
    return desk
  }

  /** What the node sends a person, over the wire and back. */
  async feedOf(person: string, after: number, limit: number): Promise<FeedItem[]> {
    const items: FeedItem[] = []
    for await (const item of readFeed(this.node, this.workspace, { person, after, limit }))
      items.push(feedItem.parse(JSON.parse(JSON.stringify(item))))
    return items
  }

  /** A file of the node for a person who may read it. */
  async readFile(person: string, sha256: string): Promise<AsyncIterable<Uint8Array>> {
    const blob = await this.node.blobs.find(this.workspace, sha256, person)
    if (blob === undefined) throw new Error('no such file for this person')
    return this.node.blobs.read(OFFICE, blob)
  }

  async close(): Promise<void> {
    for (const desk of this.desks) await desk.kill()
    await this.stopNode()
    rmSync(this.#place.folder, { recursive: true, force: true })
  }

  #removeFile(): void {
    for (const part of ['', '-wal', '-shm']) rmSync(`${this.#file}${part}`, { force: true })
  }

  get #file(): string {
    return databaseIn(this.#place)
  }

  #running(): { readonly node: CongsoNode; readonly workspace: Workspace } {
    if (this.#node === undefined) throw new Error('the node is down')
    return this.#node
  }
}

/** One person's machine: its disk survives `kill`. */
export class TestDesk {
  readonly device: TestDevice = aDevice()
  readonly office: SyncOffice
  readonly person: string
  readonly post: string
  readonly timer = new ManualTimer()
  weather: Weather = 'up'
  /** Minutes by which this machine's clock is ahead. */
  clockAheadMs = 0
  /** Called before a request leaves; throws to fail it. */
  beforeSubmit: () => void | Promise<void> = () => undefined
  /** Changes what the node says before the desk hears it. */
  bend: (items: FeedItem[]) => FeedItem[] = (items) => items
  readonly released: string[] = []
  /** What Dexie opens databases on. */
  readonly disk = { indexedDB: new IDBFactory(), IDBKeyRange }
  readonly #key = randomBytes(32)
  readonly #files = new Map<string, Uint8Array>()
  #desk: Desk | undefined
  #database: OfficeDatabase | undefined

  constructor(office: SyncOffice, person: string, post: string) {
    this.office = office
    this.person = person
    this.post = post
  }

  get desk(): Desk {
    if (this.#desk === undefined) throw new Error('the desk is not open')
    return this.#desk
  }

  /** Has this machine's key certified. */
  async enrol(): Promise<void> {
    await this.office.workspace.act([
      {
        aggregate: { kind: 'device', id: this.device.key },
        type: 'device.enrol',
        payload: {
          person: this.person,
          key: toBase64(this.device.publicKey),
          until: new Date(this.office.clock.now() + 400 * 86_400_000).toISOString(),
        },
      },
    ])
  }

  async start(): Promise<Desk> {
    const database = await openOfficeDatabase({ person: this.person, workspace: OFFICE }, this.disk)
    this.#database = database
    this.#desk = await openDesk({
      database,
      isPractice: true,
      key: await this.databaseKey(),
      person: this.person,
      post: this.post,
      workspace: OFFICE,
      device: this.device.key,
      nodeKey: this.office.nodeKey,
      ports: this.#ports(),
    })
    return this.#desk
  }

  /** As `kill -9`: what is not on disk is gone. */
  kill(): Promise<void> {
    this.#desk = undefined
    this.#database?.close()
    return Promise.resolve()
  }

  async restart(): Promise<Desk> {
    await this.kill()
    return this.start()
  }

  /** Looks at what is on disk while the desk is down. */
  async withDatabase<T>(look: (database: OfficeDatabase) => Promise<T>): Promise<T> {
    await this.kill()
    const database = await openOfficeDatabase({ person: this.person, workspace: OFFICE }, this.disk)
    try {
      return await look(database)
    } finally {
      database.close()
      await this.start()
    }
  }

  get databaseName(): string {
    return databaseName({ person: this.person, workspace: OFFICE })
  }

  databaseKey(): Promise<CryptoKey> {
    return importDatabaseKey(this.#key)
  }

  /** A file on this machine that payloads may name. */
  aFile(content: string | Uint8Array): BlobRef {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const sha256 = sha256Hex(bytes)
    this.#files.set(sha256, bytes)
    return { sha256, sizeBytes: bytes.length, mediaType: 'application/pdf' }
  }

  #ports(): DeskPorts {
    const { clock } = this.office
    const backbone: BackbonePort = {
      submitCommands: async ({ commands }): Promise<SubmitAnswer> => {
        const { wire } = this.office
        await this.beforeSubmit()
        if (this.weather === 'down') throw new Error('no network')
        const outcomes = await wire.submit(commands)
        if (this.weather === 'sent-twice') await wire.submit(commands)
        if (this.weather === 'answer-lost') throw new Error('answer lost')
        return { serverTime: new Date(clock.now()).toISOString(), outcomes: [...outcomes] }
      },
      readFeed: async ({ after, limit }) => {
        if (this.weather === 'down') throw new Error('no network')
        const items = await this.office.wire.feed(this.person, after, limit)
        return items === 'cursor-ahead' ? items : this.bend([...items])
      },
    }
    return {
      backbone,
      files: {
        ensureUploaded: async (hashes) => {
          if (this.weather === 'down') throw new Error('no network')
          for (const hash of hashes) {
            const bytes = this.#files.get(hash)
            if (bytes === undefined) throw new Error('no such file here')
            await this.office.wire.keepFile(bytes)
          }
        },
        release: (hashes) => {
          this.released.push(...hashes)
          return Promise.resolve()
        },
      },
      signCommand: (text) => Promise.resolve(this.device.sign(text)),
      verifier: createWebCryptoVerifier(),
      clock: { now: () => clock.now() + this.clockAheadMs },
      timer: this.timer,
      random: (count) => Uint8Array.from(randomBytes(count)),
      runAlone: (_name, work) => work(),
    }
  }
}
