import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { downloadBlob } from '../../electron/services/backbone/transfer-blobs.ts'
import type { BlobStore } from '../../electron/services/blobs/blobs.port.ts'
import { openSealedBlobs } from '../../electron/services/blobs/sealed-blobs.ts'
import { diskFiles } from '../../electron/services/files/disk-files.ts'
import { filesAtHand } from '../../renderer/workplace/files-at-hand.ts'
import type { BlobRef } from '../../shared/domain/blob-ref.ts'
import { MAX_BLOB_BYTES } from '../../shared/ipc/blobs.ipc.ts'
import { memoryLog } from '../fakes/memory-log.ts'
import { OFFICE, type TestDesk } from './sync-office.ts'

/** As much as the program keeps. */
const CACHE_BYTES = 2 * 1024 * 1024 * 1024

/** The sealed files of one desk on a disk of its own, as main keeps them. */
export class DeskFiles {
  readonly #desk: TestDesk
  readonly #folder: string
  readonly #store: BlobStore

  private constructor(desk: TestDesk, folder: string, store: BlobStore) {
    this.#desk = desk
    this.#folder = folder
    this.#store = store
  }

  static async open(desk: TestDesk): Promise<DeskFiles> {
    const folder = await mkdtemp(path.join(tmpdir(), 'congso-desk-files-'))
    const store = await openSealedBlobs({
      folder,
      keys: { seal: randomBytes(32), name: randomBytes(32) },
      files: diskFiles,
      log: memoryLog(),
      now: () => desk.office.clock.now(),
      cacheBytes: CACHE_BYTES,
      maxBlobBytes: MAX_BLOB_BYTES,
    })
    return new DeskFiles(desk, folder, store)
  }

  /** Brings what the program would bring by itself now; answers these files. */
  async bring(): Promise<readonly BlobRef[]> {
    const { desk, office, post, person, weather } = this.#desk
    const files = await filesAtHand(desk.readers.office, { post, isClerk: false, now: office.clock.now() })
    const node = {
      readBlob: (_workspace: string, sha256: string) => {
        if (weather === 'down') throw new Error('no network')
        return office.readFile(person, sha256)
      },
    }
    for (const file of files) await downloadBlob(node, this.#store, OFFICE, file)
    return files
  }

  /** Bytes of a file that is on this computer, each chunk checked; the node is not asked. */
  async bytesHere({ sha256 }: BlobRef): Promise<number> {
    let bytes = 0
    for await (const chunk of this.#store.read(sha256)) bytes += chunk.length
    return bytes
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }
}
