import { SaxesParser } from 'saxes'
import { DeviationRule, type DeviationLog } from './deviations.ts'
import { EdxmlErrorCode, EdxmlRefusal } from './errors.ts'
import type { EdxmlLimits } from './limits.ts'
import { EDXML_NAMESPACE, KNOWN_PREFIXES } from './vocabulary.ts'

/** One element of the message without its attachment bodies. */
export interface XmlElement {
  /** Local name. */
  readonly name: string
  readonly prefix: string
  readonly namespace: string
  /** By qualified name; namespace declarations included. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  /** Own text, children's text not included, not trimmed. */
  text: string
  readonly line: number
  readonly parent?: XmlElement
  /** Number of the attachment body that stood here. */
  body?: number
}

/** Builds the tree from the markup; binds prefixes that nobody declared and says so. */
export class TreeBuilder {
  readonly #parser: SaxesParser<{ xmlns: true; resolvePrefix: (prefix: string) => string | undefined }>
  readonly #limits: EdxmlLimits
  readonly #line: () => number
  #root: XmlElement | undefined
  #current: XmlElement | undefined
  #depth = 0
  #elements = 0

  /** `line`: line reached in the file as received. */
  constructor(limits: EdxmlLimits, deviations: DeviationLog, line: () => number) {
    this.#limits = limits
    this.#line = line
    this.#parser = new SaxesParser({
      xmlns: true,
      resolvePrefix: (prefix) => {
        if (prefix === '') return undefined
        deviations.add(DeviationRule.prefixUnbound, prefix, line())
        return KNOWN_PREFIXES[prefix] ?? `urn:unbound:${prefix}`
      },
    })
    this.#parser.on('opentag', (tag) => {
      const attributes: Record<string, string> = {}
      for (const attribute of Object.values(tag.attributes)) attributes[attribute.name] = attribute.value
      this.#open(tag.local, tag.prefix, tag.uri, attributes)
    })
    this.#parser.on('closetag', () => {
      this.#depth--
      this.#current = this.#current?.parent
    })
    const addText = (text: string): void => {
      if (this.#current !== undefined) this.#current.text += text
    }
    this.#parser.on('text', addText)
    this.#parser.on('cdata', addText)
    this.#parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
        throw new EdxmlRefusal(EdxmlErrorCode.encodingUnsupported, 1, { encoding })
      }
    })
  }

  /** Line reached in the text given so far. */
  get line(): number {
    return this.#parser.line
  }

  /** The element open now. */
  get current(): XmlElement | undefined {
    return this.#current
  }

  write(text: string): void {
    this.#guard(() => this.#parser.write(text))
  }

  finish(): XmlElement {
    this.#guard(() => this.#parser.close())
    if (this.#root === undefined) throw new EdxmlRefusal(EdxmlErrorCode.notXml, 1)
    return this.#root
  }

  #open(name: string, prefix: string, namespace: string, attributes: Record<string, string>): void {
    const line = this.#line()
    if (++this.#depth > this.#limits.depth) {
      throw new EdxmlRefusal(EdxmlErrorCode.tooDeep, line, { limit: this.#limits.depth })
    }
    if (++this.#elements > this.#limits.elements) {
      throw new EdxmlRefusal(EdxmlErrorCode.tooManyElements, line, { limit: this.#limits.elements })
    }
    const parent = this.#current
    const element: XmlElement = {
      name,
      prefix,
      namespace,
      attributes,
      children: [],
      text: '',
      line,
      ...(parent === undefined ? {} : { parent }),
    }
    if (parent === undefined) this.#root ??= element
    else parent.children.push(element)
    this.#current = element
  }

  #guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      if (error instanceof EdxmlRefusal) throw error
      const reason = (error as Error).message.replace(/^\d+:\d+: /, '')
      throw new EdxmlRefusal(EdxmlErrorCode.notWellFormed, this.#line(), { reason })
    }
  }
}

/** True for an element of the edXML namespace, or of none. */
export function isEdxmlElement(element: XmlElement): boolean {
  return element.namespace === EDXML_NAMESPACE || element.namespace === ''
}

/** First child of that local name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** All children of that local name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** Text of a child, trimmed; undefined when the child is absent or empty. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  const text = childOf(element, name)?.text.trim()
  return text === '' ? undefined : text
}
