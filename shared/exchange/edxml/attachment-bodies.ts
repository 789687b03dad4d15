import type { AttachmentFile, AttachmentSink } from './attachment-sink.port.ts'
import { Base64Decoder, type Base64Findings } from './base64-stream.ts'
import type { RunningHash } from './byte-stream.port.ts'
import { ContentMeasure, HEAD_BYTES } from './content-measure.ts'
import type { RawAttachment } from './unwrap-attachment.ts'
import { isZip } from './zip-archive.ts'

/** A body laid down, with what was unusual in its base64. */
export interface AttachmentBody<Kept> extends RawAttachment<Kept> {
  readonly base64: Base64Findings
}

interface OpenBody<Kept> {
  readonly file: AttachmentFile<Kept>
  sizeBytes: number
  head: Uint8Array
  /** Undefined once the content is known to be a zip. */
  measure: ContentMeasure | undefined
}

type Step = { kind: 'start' } | { kind: 'bytes'; bytes: Uint8Array } | { kind: 'end'; base64: Base64Findings }

const EMPTY = new Uint8Array(0)
/** Room for the groups that slices cut in two. */
const SPARE_BYTES = 64

/** Decodes attachment bodies as the scanner finds them, and lays them down when asked to drain. */
export class AttachmentBodies<Kept> {
  readonly #sink: AttachmentSink<Kept>
  readonly #createHash: () => RunningHash
  readonly #done: AttachmentBody<Kept>[] = []
  /** What one slice decodes to, used again for each. */
  readonly #decoded: Uint8Array
  #decodedEnd = 0
  #started = 0
  #decoder: Base64Decoder | undefined
  #steps: Step[] = []
  #open: OpenBody<Kept> | undefined

  /** `sliceBytes`: the most that is pushed between two drains. */
  constructor(sink: AttachmentSink<Kept>, createHash: () => RunningHash, sliceBytes: number) {
    this.#sink = sink
    this.#decoded = new Uint8Array(sliceBytes + SPARE_BYTES)
    this.#createHash = createHash
  }

  /** Number of the body that begins, from 0. */
  start(): number {
    this.#decoder = new Base64Decoder()
    this.#steps.push({ kind: 'start' })
    return this.#started++
  }

  push(base64: Uint8Array): void {
    if (this.#decoder === undefined) return
    const end = this.#decoder.decodeInto(base64, this.#decoded, this.#decodedEnd)
    if (end > this.#decodedEnd) {
      this.#steps.push({ kind: 'bytes', bytes: this.#decoded.subarray(this.#decodedEnd, end) })
    }
    this.#decodedEnd = end
  }

  end(): void {
    if (this.#decoder === undefined) return
    const bytes = this.#decoder.finish()
    if (bytes.length > 0) this.#steps.push({ kind: 'bytes', bytes })
    this.#steps.push({ kind: 'end', base64: this.#decoder.findings })
    this.#decoder = undefined
  }

  /** Writes what came in since the last time. */
  async drain(): Promise<void> {
    const steps = this.#steps
    this.#steps = []
    this.#decodedEnd = 0
    for (const step of steps) {
      if (step.kind === 'start') await this.#begin()
      else if (step.kind === 'bytes') await this.#write(step.bytes)
      else this.#finish(step.base64)
    }
  }

  /** The bodies in order of appearance; complete after the last drain. */
  get all(): readonly AttachmentBody<Kept>[] {
    return this.#done
  }

  /** Removes everything laid down. */
  async discard(): Promise<void> {
    if (this.#open !== undefined) await this.#open.file.discard()
    for (const body of this.#done) await body.file.discard()
  }

  async #begin(): Promise<void> {
    this.#open = {
      file: await this.#sink.create(),
      sizeBytes: 0,
      head: EMPTY,
      measure: new ContentMeasure(this.#createHash),
    }
  }

  async #write(bytes: Uint8Array): Promise<void> {
    const open = this.#open
    if (open === undefined) return
    if (open.sizeBytes < HEAD_BYTES) {
      const head = new Uint8Array(Math.min(HEAD_BYTES, open.sizeBytes + bytes.length))
      head.set(open.head)
      head.set(bytes.subarray(0, head.length - open.head.length), open.head.length)
      open.head = head
      if (isZip(head)) open.measure = undefined
    }
    open.sizeBytes += bytes.length
    open.measure?.push(bytes)
    await open.file.write(bytes)
  }

  #finish(base64: Base64Findings): void {
    if (this.#open === undefined) return
    const { file, sizeBytes, head, measure } = this.#open
    this.#done.push({ file, sizeBytes, head, base64, ...(measure === undefined ? {} : { measure }) })
    this.#open = undefined
  }
}
