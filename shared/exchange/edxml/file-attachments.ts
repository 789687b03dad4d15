import type { AttachmentFile, AttachmentSink } from './attachment-sink.port.ts'

/** The part of a file handle that is needed; Node's `FileHandle` has this shape. */
export interface RandomAccessFile {
  write(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ bytesWritten: number }>
  read(bytes: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesRead: number }>
  close(): Promise<void>
}

const READ_BYTES = 64 * 1024

/** The bytes of a file from its start, read into one buffer again and again. The caller closes the file. */
export async function* bytesOfFile(file: Pick<RandomAccessFile, 'read'>): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(READ_BYTES)
  for (let offset = 0; ;) {
    const { bytesRead } = await file.read(buffer, 0, READ_BYTES, offset)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    offset += bytesRead
  }
}

/** Creates and removes files of one folder by names that this module makes up. */
export interface AttachmentFolder {
  /** Opens a new file for writing and reading; must fail when the name is taken. */
  create(name: string): Promise<RandomAccessFile>
  /** Must not fail when there is no such file. */
  remove(name: string): Promise<void>
}

/** Keeps attachments as files `body-1`, `body-2` … of a folder and answers their names. */
export function fileAttachments(folder: AttachmentFolder): AttachmentSink<string> {
  let count = 0
  return {
    create: async () => {
      const name = `body-${String(++count)}`
      return new DiskFile(folder, name, await folder.create(name))
    },
  }
}

class DiskFile implements AttachmentFile<string> {
  readonly #folder: AttachmentFolder
  readonly #name: string
  readonly #file: RandomAccessFile
  #size = 0
  #isOpen = true

  constructor(folder: AttachmentFolder, name: string, file: RandomAccessFile) {
    this.#folder = folder
    this.#name = name
    this.#file = file
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, this.#size)
      done += bytesWritten
      this.#size += bytesWritten
    }
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.#size - offset)))
    let done = 0
    while (done < bytes.length) {
      const { bytesRead } = await this.#file.read(bytes, done, bytes.length - done, offset + done)
      if (bytesRead === 0) break
      done += bytesRead
    }
    return bytes.subarray(0, done)
  }

  async keep(): Promise<string> {
    await this.#close()
    return this.#name
  }

  async discard(): Promise<void> {
    await this.#close()
    await this.#folder.remove(this.#name)
  }

  async #close(): Promise<void> {
    if (!this.#isOpen) return
    this.#isOpen = false
    await this.#file.close()
  }
}
