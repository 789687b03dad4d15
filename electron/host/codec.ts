/** Bytes as text: Base64 of the platform at hand. */
export interface ByteText {
  toText(bytes: Uint8Array): string
  fromText(text: string): Uint8Array
}

/** Values that cross between page and main process: the structured-clone types but cycles, blobs and ports. */
export interface Codec {
  /** Throws Electron's "An object could not be cloned." for a value outside the subset. */
  encode(value: unknown): string
  decode(text: string): unknown
}

/**
 * Self-contained on purpose: its source text is also what runs in the page's isolated world.
 * JSON as it is for plain values; everything else is `{ "$": kind, v }`.
 */
export function createCodec(bytes: ByteText): Codec {
  type Tagged = Record<string, unknown> & { $: string; v: unknown }
  interface ViewConstructor {
    new (buffer: ArrayBuffer): ArrayBufferView
  }
  const viewTypes: Record<string, ViewConstructor> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  }
  const errorTypes: Record<string, new (message: string) => Error> = {
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  }

  function refuse(): never {
    throw new Error('An object could not be cloned.')
  }

  function tag(kind: string, value: unknown): Tagged {
    return { $: kind, v: value }
  }

  function packNumber(value: number): unknown {
    if (Object.is(value, -0)) return tag('number', '-0')
    return Number.isFinite(value) ? value : tag('number', String(value))
  }

  function packView(value: ArrayBufferView): Tagged {
    const kind = Object.prototype.toString.call(value).slice(8, -1)
    if (!(kind in viewTypes)) refuse()
    return {
      ...tag('view', bytes.toText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))),
      kind,
    }
  }

  function packObject(value: object, above: object[]): unknown {
    if (above.includes(value)) refuse()
    const path = [...above, value]
    const pack = (item: unknown): unknown => packValue(item, path)
    if (Array.isArray(value)) return Array.from(value, pack)
    if (ArrayBuffer.isView(value)) return packView(value)
    switch (Object.prototype.toString.call(value)) {
      case '[object ArrayBuffer]':
        return tag('buffer', bytes.toText(new Uint8Array(value as ArrayBuffer)))
      case '[object Date]':
        return tag('date', packNumber((value as Date).getTime()))
      case '[object RegExp]':
        return tag('regexp', [(value as RegExp).source, (value as RegExp).flags])
      case '[object Map]':
        return tag(
          'map',
          Array.from(value as Map<unknown, unknown>, (pair) => pair.map(pack)),
        )
      case '[object Set]':
        return tag('set', Array.from(value as Set<unknown>, pack))
      case '[object Error]': {
        const error = value as Error
        return tag('error', [error.name, error.message, error.stack])
      }
      case '[object Object]': {
        const entries = Object.entries(value).map(([key, item]): [string, unknown] => [key, pack(item)])
        const plain = entries.every(([key]) => key !== '$' && key !== '__proto__')
        return plain ? Object.fromEntries(entries) : tag('entries', entries)
      }
      default:
        return refuse()
    }
  }

  function packValue(value: unknown, above: object[]): unknown {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value
      case 'number':
        return packNumber(value)
      case 'undefined':
        return tag('undefined', 0)
      case 'bigint':
        return tag('bigint', String(value))
      case 'object':
        return value === null ? null : packObject(value, above)
      default:
        return refuse()
    }
  }

  function unpackBytes(text: unknown): ArrayBuffer {
    return new Uint8Array(bytes.fromText(text as string)).buffer
  }

  function unpackError([name, message, stack]: (string | null)[]): Error {
    const error = new (errorTypes[name ?? ''] ?? Error)(message ?? '')
    if (error.name !== name) error.name = name ?? 'Error'
    if (typeof stack === 'string') error.stack = stack
    return error
  }

  function unpackTagged({ $: kind, v: value, kind: view }: Tagged): unknown {
    const items = (): unknown[] => (value as unknown[]).map(unpack)
    switch (kind) {
      case 'undefined':
        return undefined
      case 'number':
        return Number(value)
      case 'bigint':
        return BigInt(value as string)
      case 'date':
        return new Date(unpack(value) as number)
      case 'regexp': {
        const [source, flags] = value as [string, string]
        return new RegExp(source, flags)
      }
      case 'buffer':
        return unpackBytes(value)
      case 'view': {
        const View = viewTypes[view as string]
        return View ? new View(unpackBytes(value)) : refuse()
      }
      case 'map':
        return new Map(items() as [unknown, unknown][])
      case 'set':
        return new Set(items())
      case 'error':
        return unpackError(value as (string | null)[])
      case 'entries':
        return Object.fromEntries((value as [string, unknown][]).map(([key, item]) => [key, unpack(item)]))
      default:
        return refuse()
    }
  }

  function unpack(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(unpack)
    if ('$' in value) return unpackTagged(value as Tagged)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)]))
  }

  return {
    encode: (value) => JSON.stringify(packValue(value, [])),
    decode: (text) => unpack(JSON.parse(text)),
  }
}

/** Base64 with Node's buffers. */
export const nodeBytes: ByteText = {
  toText: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  fromText: (text) => Buffer.from(text, 'base64'),
}
