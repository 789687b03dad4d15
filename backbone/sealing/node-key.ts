import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomFillSync,
  type KeyObject,
} from 'node:crypto'

/** What lies here was changed, moved from another place, or sealed with another key. The cause says what the cipher said. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

/** Table and key columns of what is sealed: it opens nowhere else. */
export type Place = readonly [table: string, ...key: readonly (string | number | null)[]]

/** Seals what one part of the node keeps on disk (docs/adr/0010). */
export interface Seal {
  seal(place: Place, content: Uint8Array | string): Uint8Array
  /** Throws `SealBroken`. */
  open(place: Place, sealed: Uint8Array): Buffer
  /** The same parts have the same name under one key only: for indexes and file names, which show no content. */
  name(...parts: readonly (string | number)[]): string
}

/** The one secret of a node's data. What it is used for keeps its own keys, derived from it. */
export interface NodeKey {
  sealFor(purpose: 'database' | 'blobs' | 'keys'): Seal
}

export const NODE_KEY_BYTES = 32

const ALGORITHM = 'aes-256-gcm'
const VERSION = 1
const HEAD_BYTES = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const NAME_BYTES = 16

/** Throws RangeError on a key of another length. */
export function nodeKey(secret: Uint8Array): NodeKey {
  if (secret.length !== NODE_KEY_BYTES) throw new RangeError(`a node key has ${NODE_KEY_BYTES} bytes`)
  const root = createSecretKey(secret)
  const derive = (use: string): KeyObject =>
    createSecretKey(new Uint8Array(hkdfSync('sha256', root, new Uint8Array(), `congso node ${use}`, 32)))
  return { sealFor: (purpose) => sealWith(derive(`${purpose} seal`), derive(`${purpose} name`)) }
}

/** Version ‖ IV ‖ ciphertext ‖ tag; authenticated with it: the version and the place. */
function sealWith(key: KeyObject, nameKey: KeyObject): Seal {
  return {
    seal: (place, content) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      const sealed = Buffer.allocUnsafe(HEAD_BYTES + IV_BYTES + bytes.length + TAG_BYTES)
      sealed[0] = VERSION
      const iv = freshIv()
      sealed.set(iv, HEAD_BYTES)
      const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES }).setAAD(
        authenticated(place),
      )
      sealed.set(cipher.update(bytes), HEAD_BYTES + IV_BYTES)
      cipher.final()
      sealed.set(cipher.getAuthTag(), sealed.length - TAG_BYTES)
      return sealed
    },
    open: (place, sealed) => {
      try {
        if (sealed[0] !== VERSION) throw new RangeError(`sealed in format ${sealed[0] ?? 'none'}`)
        const iv = sealed.subarray(HEAD_BYTES, HEAD_BYTES + IV_BYTES)
        const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES })
        decipher.setAAD(authenticated(place)).setAuthTag(sealed.subarray(-TAG_BYTES))
        const content = decipher.update(sealed.subarray(HEAD_BYTES + IV_BYTES, -TAG_BYTES))
        decipher.final()
        return content
      } catch (error) {
        throw new SealBroken(`${place[0]} ${place.slice(1, 3).join('/')} cannot be opened`, { cause: error })
      }
    },
    name: (...parts) =>
      createHmac('sha256', nameKey)
        .update(JSON.stringify(parts))
        .digest()
        .subarray(0, NAME_BYTES)
        .toString('hex'),
  }
}

const IVS_AT_ONCE = 256
const ivs = new Uint8Array(IV_BYTES * IVS_AT_ONCE)
let nextIv = ivs.length

/** Random bytes, each used once; drawn many at a time, since each draw costs more than a seal. */
function freshIv(): Uint8Array {
  if (nextIv === ivs.length) {
    randomFillSync(ivs)
    nextIv = 0
  }
  nextIv += IV_BYTES
  return ivs.subarray(nextIv - IV_BYTES, nextIv)
}

function authenticated(place: Place): Buffer {
  return Buffer.from(`${VERSION}${JSON.stringify(place)}`)
}
