import type { Readable } from 'node:stream'
import { Base64Decoder } from '#shared/exchange/edxml/base64-stream.ts'
import type { ByteSink } from '#shared/exchange/edxml/byte-stream.port.ts'
import { received } from './exchange-http.ts'

const LARGEST_TEXT = 64 * 1024 * 1024
const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN = new Set([0x7b, 0x5b])
const CLOSE = new Set([0x7d, 0x5d])
const DATA_KEY = '"data"'

/** An answer that is no JSON, or larger than allowed. */
export class AxisAnswerUnreadable extends Error {
  override readonly name = 'AxisAnswerUnreadable'
}

/** Reads a JSON answer of up to 64 MiB. */
export async function readJsonAnswer(body: Readable): Promise<unknown> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of received(body)) {
    size += part.length
    if (size > LARGEST_TEXT) throw new AxisAnswerUnreadable('too large')
    parts.push(part)
  }
  return parseJson(Buffer.concat(parts))
}

/**
 * Reads the answer of `getEdoc`: the base64 text of its `data` goes decoded into `sink` as it arrives, the rest is answered as
 * JSON with an empty `data`.
 */
export async function readDataAnswer(body: Readable, sink: ByteSink): Promise<unknown> {
  const splitter = new DataSplitter()
  for await (const part of received(body)) {
    const decoded = splitter.push(part)
    if (decoded.length > 0) await sink.write(decoded)
  }
  const last = splitter.finish()
  if (last.length > 0) await sink.write(last)
  return parseJson(splitter.rest)
}

function parseJson(bytes: Buffer): unknown {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '')
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new AxisAnswerUnreadable('no JSON', { cause: error })
  }
}

/** Finds the text value of the outermost key `data` in JSON that arrives in pieces. */
class DataSplitter {
  readonly #decoder = new Base64Decoder()
  #rest: number[] = []
  #depth = 0
  #isInText = false
  #isEscaped = false
  #isInData = false
  #textStart = 0
  #lastText = ''

  get rest(): Buffer {
    return Buffer.from(this.#rest)
  }

  push(bytes: Uint8Array): Uint8Array {
    const out = new Uint8Array(bytes.length + 8)
    let end = 0
    let i = 0
    while (i < bytes.length) {
      if (!this.#isInData) {
        this.#takeJson(bytes[i++] as number)
        continue
      }
      if (this.#isEscaped) {
        // Writers escape at most `/` and line ends; whatever else an escape stands for is no base64 letter.
        this.#isEscaped = false
        if (bytes[i] === 0x2f) end = this.#decoder.decodeInto(bytes.subarray(i, i + 1), out, end)
        i++
        continue
      }
      const stop = endOfRun(bytes, i)
      end = this.#decoder.decodeInto(bytes.subarray(i, stop), out, end)
      if (stop < bytes.length) this.#takeMark(bytes[stop] as number)
      i = stop + 1
    }
    return out.subarray(0, end)
  }

  finish(): Uint8Array {
    return this.#decoder.finish()
  }

  #takeMark(byte: number): void {
    if (byte === BACKSLASH) this.#isEscaped = true
    else if (byte === QUOTE) {
      this.#isInData = false
      this.#rest.push(QUOTE)
    }
  }

  #takeJson(byte: number): void {
    if (this.#rest.length >= LARGEST_TEXT / 64) throw new AxisAnswerUnreadable('too large')
    this.#rest.push(byte)
    if (this.#isInText) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (byte === BACKSLASH) this.#isEscaped = true
      else if (byte === QUOTE) {
        this.#isInText = false
        this.#lastText = String.fromCharCode(
          ...this.#rest.slice(this.#textStart).slice(0, DATA_KEY.length + 1),
        )
      }
    } else if (byte === QUOTE) {
      this.#isInData = this.#depth === 1 && this.#lastText === DATA_KEY && this.#isAfterColon()
      this.#isInText = !this.#isInData
      this.#textStart = this.#rest.length - 1
    } else if (OPEN.has(byte)) this.#depth++
    else if (CLOSE.has(byte)) this.#depth--
    else if (byte === 0x2c) this.#lastText = ''
  }

  #isAfterColon(): boolean {
    let i = this.#rest.length - 2
    while ((this.#rest[i] ?? 0) <= 0x20 && i >= 0) i--
    return this.#rest[i] === 0x3a
  }
}

function endOfRun(bytes: Uint8Array, from: number): number {
  let i = from
  while (i < bytes.length && bytes[i] !== QUOTE && bytes[i] !== BACKSLASH) i++
  return i
}
