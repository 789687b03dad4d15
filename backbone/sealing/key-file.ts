import { randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'
import { NODE_KEY_BYTES } from './node-key.ts'

/** A key file that is not there, not private or not a key; the message says what to do. */
export class KeyFileUnusable extends Error {
  override readonly name = 'KeyFileUnusable'
}

const OTHERS = 0o077
const KEY_TEXT = /^[0-9a-f]{64}\s*$/

/** The node key in a file of 64 hex digits that only its owner may read. Rejects with `KeyFileUnusable`. */
export async function readKeyFile(path: string): Promise<Uint8Array> {
  const unusable = (why: string, cause?: unknown): KeyFileUnusable =>
    new KeyFileUnusable(`key file ${path}: ${why}`, { cause })
  const file = await open(path, 'r').catch((error: unknown) => {
    throw unusable('cannot be read; `congso node init --key-file FILE` makes one', error)
  })
  try {
    const facts = await file.stat()
    // Windows has no such bits; there the folder's access list protects it.
    if (process.platform !== 'win32') {
      if ((facts.mode & OTHERS) !== 0) throw unusable('others may read or write it; `chmod 600` it')
      if (facts.uid !== process.getuid?.()) throw unusable('belongs to another user; `chown` it')
    }
    const text = await file.readFile('utf8')
    if (!KEY_TEXT.test(text)) throw unusable(`does not hold ${NODE_KEY_BYTES} bytes as hex digits`)
    return Uint8Array.from(Buffer.from(text.trim(), 'hex'))
  } finally {
    await file.close()
  }
}

/** Makes a key and keeps it in a new file that only its owner may read. Rejects with `KeyFileUnusable` when there is one already. */
export async function makeKeyFile(path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    throw new KeyFileUnusable(`key file ${path}: cannot be made; an existing one is never written over`, {
      cause: error,
    })
  })
  try {
    await file.writeFile(`${randomBytes(NODE_KEY_BYTES).toString('hex')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}
