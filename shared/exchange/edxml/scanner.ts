import { EdxmlErrorCode, EdxmlRefusal } from './errors.ts'
import type { EdxmlLimits } from './limits.ts'
import { MalformedUtf8, Utf8Decoder } from '../../kernel/utf8-decoder.ts'

/** What the scanner finds, in document order. */
export interface ScannerHandler {
  /** Anything but comments and bodies, as text for the XML parser; a tag is never split. */
  markup(text: string): void
  comment(): void
  bodyStart(): void
  /** A part of the base64 text, valid until the handler returns. */
  body(bytes: Uint8Array): void
  bodyEnd(): void
}

const State = {
  text: 0,
  open: 1,
  bang: 2,
  tag: 3,
  tagQuoted: 4,
  instruction: 5,
  comment: 6,
  cdata: 7,
  reference: 8,
} as const
type State = (typeof State)[keyof typeof State]

const LT = 0x3c
const GT = 0x3e
const AMP = 0x26
const DASH = 0x2d
const BRACKET = 0x5d
const LINE_FEED = 0x0a
const LONGEST_REFERENCE = 12
const BODY_ELEMENT = 'ContentTransferEncoded'
const COMMENT_OPEN = '<!--'
const CDATA_OPEN = '<![CDATA['

/**
 * Splits a message, as bytes arrive, into markup (bounded) and the base64 text of attachment bodies (unbounded), so that an XML
 * parser never sees the latter. Refuses DOCTYPE, over-long tags, too much markup, and bytes that are not UTF-8.
 */
export class Scanner {
  /** Line feeds in what the XML parser does not get to see. */
  hiddenLines = 0

  readonly #handler: ScannerHandler
  readonly #limits: EdxmlLimits
  readonly #lineOfParser: () => number
  readonly #utf8 = new Utf8Decoder()
  readonly #tagUtf8 = new Utf8Decoder()
  #state: State = State.text
  #held = new Uint8Array(1024)
  #heldLength = 0
  #quote = 0
  #run = 0
  #markupBytes = 0
  /** 0 outside a body, else how many elements are open from the body element on. */
  #bodyDepth = 0

  /** `lineOfParser`: line the XML parser has reached in the text it was given. */
  constructor(handler: ScannerHandler, limits: EdxmlLimits, lineOfParser: () => number) {
    this.#handler = handler
    this.#limits = limits
    this.#lineOfParser = lineOfParser
  }

  /** Line reached in the file as received. */
  get line(): number {
    return this.#lineOfParser() + this.hiddenLines
  }

  push(chunk: Uint8Array): void {
    try {
      let i = 0
      while (i < chunk.length) i = this.#step(chunk, i)
    } catch (error) {
      if (!(error instanceof MalformedUtf8)) throw error
      this.#refuse(EdxmlErrorCode.encodingUnsupported, { byte: `0x${error.byte.toString(16)}` })
    }
  }

  /** Hands over what is held back; the XML parser then says what is missing. */
  finish(): void {
    if (this.#utf8.isInsideCharacter) this.#refuse(EdxmlErrorCode.encodingUnsupported, { byte: 'end' })
    if (this.#state === State.comment)
      this.#refuse(EdxmlErrorCode.notWellFormed, { reason: 'unclosed comment' })
    if (this.#heldLength > 0 && this.#bodyDepth === 0) this.#flushHeld()
  }

  #step(chunk: Uint8Array, i: number): number {
    switch (this.#state) {
      case State.text:
        return this.#text(chunk, i)
      case State.open:
        return this.#open(chunk, i)
      case State.bang:
        return this.#bang(chunk, i)
      case State.tag:
      case State.tagQuoted:
        return this.#tag(chunk, i)
      case State.instruction:
        return this.#instruction(chunk, i)
      case State.comment:
        return this.#comment(chunk, i)
      case State.cdata:
        return this.#cdata(chunk, i)
      case State.reference:
        return this.#reference(chunk, i)
    }
  }

  #text(chunk: Uint8Array, from: number): number {
    const lt = chunk.indexOf(LT, from)
    const end = lt < 0 ? chunk.length : lt
    if (this.#bodyDepth > 0) {
      const stop = this.#bodyText(chunk, from, end)
      if (stop < end) {
        this.#state = State.reference
        return stop
      }
    } else if (end > from) this.#passText(chunk.subarray(from, end))
    if (lt < 0) return end
    if (this.#utf8.isInsideCharacter) throw new MalformedUtf8(LT)
    this.#state = State.open
    this.#hold(LT)
    return lt + 1
  }

  /** Passes body text up to `end` or to the first `&`, and answers where it stopped. */
  #bodyText(chunk: Uint8Array, from: number, end: number): number {
    const amp = chunk.indexOf(AMP, from)
    const stop = amp < 0 || amp > end ? end : amp
    if (stop > from) {
      const part = chunk.subarray(from, stop)
      this.#countHidden(part)
      this.#handler.body(part)
    }
    return stop
  }

  /** A character reference inside a body: writers put `&#13;` where a line ends. */
  #reference(chunk: Uint8Array, from: number): number {
    const byte = chunk[from] as number
    if (byte === LT || this.#heldLength >= LONGEST_REFERENCE) {
      this.#refuse(EdxmlErrorCode.notWellFormed, { reason: 'unfinished reference' })
    }
    this.#hold(byte)
    if (byte !== 0x3b) return from + 1
    const text = this.#takeHeld()
    const digits = /^&#(?:x([0-9a-f]+)|([0-9]+));$/i.exec(text)
    const code = digits?.[1] === undefined ? Number(digits?.[2] ?? 0) : Number.parseInt(digits[1], 16)
    this.#handler.body(Uint8Array.of(code > 0 && code < 0x80 ? code : 0))
    this.#state = State.text
    return from + 1
  }

  #open(chunk: Uint8Array, from: number): number {
    const byte = chunk[from] as number
    this.#hold(byte)
    if (byte === 0x21) this.#state = State.bang
    else if (byte === 0x3f) this.#state = State.instruction
    else if (byte === GT) this.#refuse(EdxmlErrorCode.notWellFormed, { reason: 'empty tag' })
    else this.#state = State.tag
    return from + 1
  }

  #bang(chunk: Uint8Array, from: number): number {
    this.#hold(chunk[from] as number)
    const text = String.fromCharCode(...this.#held.subarray(0, this.#heldLength))
    if (text === COMMENT_OPEN) {
      this.#heldLength = 0
      this.#run = 0
      this.#state = State.comment
      this.#handler.comment()
    } else if (text === CDATA_OPEN) {
      this.#run = 0
      this.#state = State.cdata
      if (this.#bodyDepth > 0) this.#heldLength = 0
      else this.#flushHeld()
    } else if (/^<!d/i.test(text)) this.#refuse(EdxmlErrorCode.doctypeForbidden)
    else if (!COMMENT_OPEN.startsWith(text) && !CDATA_OPEN.startsWith(text)) {
      this.#refuse(EdxmlErrorCode.notWellFormed, { reason: 'unknown declaration' })
    }
    return from + 1
  }

  #tag(chunk: Uint8Array, from: number): number {
    for (let i = from; i < chunk.length; i++) {
      const byte = chunk[i] as number
      this.#hold(byte)
      if (this.#state === State.tagQuoted) {
        if (byte === this.#quote) this.#state = State.tag
      } else if (byte === 0x22 || byte === 0x27) {
        this.#quote = byte
        this.#state = State.tagQuoted
      } else if (byte === GT) {
        this.#finishTag()
        return i + 1
      } else if (byte === LT) {
        this.#refuse(EdxmlErrorCode.notWellFormed, { reason: 'tag inside a tag' })
      }
    }
    return chunk.length
  }

  #finishTag(): void {
    const isClosing = this.#held[1] === 0x2f
    const isSelfClosing = this.#held[this.#heldLength - 2] === 0x2f
    const isBody = this.#bodyDepth === 0 && !isClosing && this.#heldName() === BODY_ELEMENT
    if (this.#bodyDepth > 0) {
      this.#bodyDepth += isClosing ? -1 : isSelfClosing ? 0 : 1
      if (this.#bodyDepth === 0) this.#handler.bodyEnd()
    }
    this.#state = State.text
    this.#flushHeld()
    if (!isBody) return
    this.#handler.bodyStart()
    if (isSelfClosing) this.#handler.bodyEnd()
    else this.#bodyDepth = 1
  }

  /** Local name of the start tag held. */
  #heldName(): string {
    let end = 1
    let from = 1
    for (; end < this.#heldLength; end++) {
      const byte = this.#held[end] as number
      if (byte <= 0x20 || byte === GT || byte === 0x2f) break
      if (byte === 0x3a) from = end + 1
    }
    return end - from === BODY_ELEMENT.length ? String.fromCharCode(...this.#held.subarray(from, end)) : ''
  }

  #instruction(chunk: Uint8Array, from: number): number {
    for (let i = from; i < chunk.length; i++) {
      const byte = chunk[i] as number
      const closes = byte === GT && this.#held[this.#heldLength - 1] === 0x3f && this.#heldLength > 2
      this.#hold(byte)
      if (!closes) continue
      this.#state = State.text
      this.#flushHeld()
      return i + 1
    }
    return chunk.length
  }

  #comment(chunk: Uint8Array, from: number): number {
    let i = from
    for (; i < chunk.length; i++) {
      const byte = chunk[i] as number
      if (byte === DASH) this.#run++
      else if (byte === GT && this.#run >= 2) {
        this.#state = State.text
        return i + 1
      } else {
        this.#run = 0
        if (byte === LINE_FEED) this.hiddenLines++
      }
    }
    return i
  }

  #cdata(chunk: Uint8Array, from: number): number {
    let i = from
    for (; i < chunk.length; i++) {
      const byte = chunk[i] as number
      if (byte === GT && this.#run >= 2) break
      this.#run = byte === BRACKET ? this.#run + 1 : 0
    }
    const isClosed = i < chunk.length
    const part = chunk.subarray(from, isClosed ? i + 1 : i)
    if (this.#bodyDepth === 0) this.#passText(part)
    else this.#cdataBody(part)
    if (isClosed) this.#state = State.text
    return isClosed ? i + 1 : i
  }

  /** `]` and `>` are no base64 letters, so the terminator is dropped by dropping them. */
  #cdataBody(part: Uint8Array): void {
    this.#countHidden(part)
    this.#handler.body(part.filter((byte) => byte !== BRACKET && byte !== GT))
  }

  #passText(part: Uint8Array): void {
    this.#countMarkup(part.length)
    const text = this.#utf8.decode(part)
    if (text !== '') this.#handler.markup(text)
  }

  #hold(byte: number): void {
    if (this.#heldLength >= this.#limits.tagBytes) {
      this.#refuse(EdxmlErrorCode.tagTooLong, { limit: this.#limits.tagBytes })
    }
    if (this.#heldLength === this.#held.length) {
      const larger = new Uint8Array(this.#held.length * 2)
      larger.set(this.#held)
      this.#held = larger
    }
    this.#held[this.#heldLength++] = byte
  }

  #takeHeld(): string {
    const text = this.#tagUtf8.decode(this.#held.subarray(0, this.#heldLength))
    if (this.#tagUtf8.isInsideCharacter) throw new MalformedUtf8(GT)
    this.#heldLength = 0
    return text
  }

  #flushHeld(): void {
    this.#countMarkup(this.#heldLength)
    this.#handler.markup(this.#takeHeld())
  }

  #countMarkup(bytes: number): void {
    this.#markupBytes += bytes
    if (this.#markupBytes > this.#limits.markupBytes) {
      this.#refuse(EdxmlErrorCode.tooLarge, { limit: this.#limits.markupBytes })
    }
  }

  #countHidden(part: Uint8Array): void {
    for (let at = part.indexOf(LINE_FEED); at >= 0; at = part.indexOf(LINE_FEED, at + 1)) this.hiddenLines++
  }

  #refuse(code: EdxmlErrorCode, facts: Record<string, string | number> = {}): never {
    throw new EdxmlRefusal(code, this.line, facts)
  }
}
