/** Attributes of an element, in order. */
export type Attributes = Readonly<Record<string, string>>

const LINE_END = '\r\n'
const INDENT = '  '

/** Text with what XML needs escaped; a carriage return would otherwise be read back as a line feed (XML 1.0, 2.11). */
function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;')
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#xA;').replaceAll('\t', '&#x9;')
}

/** Writes XML the way the official builder lays it out: CRLF, two blanks, `<Empty />`. */
export class XmlWriter {
  #text = ''
  #depth = 0

  /** What was written since the last call. */
  take(): string {
    const text = this.#text
    this.#text = ''
    return text
  }

  declaration(): void {
    this.#text += `<?xml version="1.0" encoding="UTF-8"?>${LINE_END}`
  }

  /** An element with children; written as an empty one when `children` writes nothing. */
  element(name: string, children: () => void, attributes: Attributes = {}): void {
    const before = this.#text
    this.open(name, attributes)
    const opened = this.#text
    children()
    if (this.#text !== opened) {
      this.close(name)
      return
    }
    this.#depth--
    this.#text = before
    this.#line(`<${name}${attributeText(attributes)} />`)
  }

  open(name: string, attributes: Attributes = {}): void {
    this.#line(`<${name}${attributeText(attributes)}>`)
    this.#depth++
  }

  close(name: string): void {
    this.#depth--
    this.#line(`</${name}>`)
  }

  /** An element with text; nothing when the text is empty or absent. */
  text(name: string, text: string | undefined): void {
    if (text !== undefined && text !== '') this.#line(`<${name}>${escapeText(text)}</${name}>`)
  }

  /** The start tag of an element whose text is written by others, on the same line. */
  openInline(name: string, attributes: Attributes): void {
    this.#text += `${INDENT.repeat(this.#depth)}<${name}${attributeText(attributes)}>`
  }

  closeInline(name: string): void {
    this.#text += `</${name}>${LINE_END}`
  }

  #line(text: string): void {
    this.#text += INDENT.repeat(this.#depth) + text + LINE_END
  }
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('')
}
