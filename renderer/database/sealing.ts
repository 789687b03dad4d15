/** The key was dropped (the desk is locked): nothing can be read or written until it is unlocked. */
export class DeskLocked extends Error {
  override readonly name = 'DeskLocked'
}

/** A record that does not open: another key, or bytes changed on disk, or moved to another place. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
  constructor(table: string, key: string, cause: unknown) {
    super(`record of ${table} does not open: ${key}`, { cause })
  }
}

/** Seals contents for a place in the database. Never awaited inside a transaction. */
export interface Sealing {
  /** JSON of `content` under AES-256-GCM, bound to table and key. Rejects with `DeskLocked`. */
  seal(table: string, key: string, content: unknown): Promise<Uint8Array>
  /** Rejects with `DeskLocked` or `SealBroken`. */
  open(table: string, key: string, sealed: Uint8Array): Promise<unknown>
  /** The same for bytes as they are. Rejects with `DeskLocked`. */
  sealBytes(table: string, key: string, bytes: Uint8Array): Promise<Uint8Array>
  /** Rejects with `DeskLocked` or `SealBroken`. */
  openBytes(table: string, key: string, sealed: Uint8Array): Promise<Uint8Array>
  /** Forgets the key. */
  drop(): void
}

const IV_BYTES = 12

/** The database key from its 32 raw bytes; it cannot be read back. */
export function importDatabaseKey(raw: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', Uint8Array.from(raw), 'AES-GCM', false, ['encrypt', 'decrypt'])
}

export function createSealing(key: CryptoKey): Sealing {
  let held: CryptoKey | null = key
  const heldKey = (): CryptoKey => {
    if (held === null) throw new DeskLocked()
    return held
  }
  const sealBytes = async (table: string, place: string, plain: Uint8Array): Promise<Uint8Array> => {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
    const cipher = await crypto.subtle.encrypt(algorithm(iv, table, place), heldKey(), owned(plain))
    const sealed = new Uint8Array(IV_BYTES + cipher.byteLength)
    sealed.set(iv)
    sealed.set(new Uint8Array(cipher), IV_BYTES)
    return sealed
  }
  const openWith = async <T>(
    table: string,
    place: string,
    sealed: Uint8Array,
    read: (plain: Uint8Array) => T,
  ): Promise<T> => {
    const opened = heldKey()
    const bytes = owned(sealed)
    try {
      const iv = bytes.subarray(0, IV_BYTES)
      const cipher = bytes.subarray(IV_BYTES)
      return read(new Uint8Array(await crypto.subtle.decrypt(algorithm(iv, table, place), opened, cipher)))
    } catch (error) {
      throw new SealBroken(table, place, error)
    }
  }
  return {
    seal: (table, place, content) =>
      sealBytes(table, place, new TextEncoder().encode(JSON.stringify(content))),
    open: (table, place, sealed) =>
      openWith(table, place, sealed, (plain) => JSON.parse(new TextDecoder().decode(plain)) as unknown),
    sealBytes,
    openBytes: (table, place, sealed) => openWith(table, place, sealed, (plain) => plain),
    drop() {
      held = null
    },
  }
}

/** Over a buffer of its own kind, as the browser's cryptography wants it. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : Uint8Array.from(bytes)

const algorithm = (iv: Uint8Array<ArrayBuffer>, table: string, key: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(`${table}\u0000${key}`),
})
