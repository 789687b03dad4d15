import * as Y from 'yjs'
import { fromBase64 } from '../../kernel/bytes.ts'
import type { RuleId } from '../law/rules.ts'
import { secretMarkIn, type SecretMark } from '../law/secret-marks.ts'
import type { DocumentFields } from './document.ts'

/** The secrecy mark in what a person wrote into the boxes of the page, or undefined. */
export function secretMarkInFields(fields: {
  readonly [K in keyof DocumentFields]?: DocumentFields[K] | undefined
}): SecretMark | undefined {
  return secretMarkIn(Object.values(fields).flatMap((one) => (typeof one === 'string' ? [one] : listed(one))))
}

const listed = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/**
 * Why a text may not be kept: a secrecy mark stands alone in a paragraph of it, or it is no text. Words in tables and lists are no stamp.
 * `updates`: Yjs states, base64.
 */
export function whyNoText(...updates: readonly string[]): RuleId | undefined {
  const text = new Y.Doc()
  try {
    for (const update of updates) Y.applyUpdate(text, fromBase64(update))
  } catch {
    return 'text-unreadable'
  }
  const mark = secretMarkInText(text)
  text.destroy()
  return mark === undefined ? undefined : 'secret-refused'
}

/** The secrecy mark that stands alone in a paragraph of an open text, or undefined. */
export function secretMarkInText(text: Y.Doc): SecretMark | undefined {
  return secretMarkIn(paragraphsOf(text))
}

/** The paragraphs of an open text, without those in tables and lists. */
export const paragraphsOf = (text: Y.Doc): readonly string[] =>
  text
    .getXmlFragment('body')
    .toArray()
    .flatMap((one) => (one instanceof Y.XmlElement && one.nodeName === 'paragraph' ? [textOf(one)] : []))

const textOf = (paragraph: Y.XmlElement): string => paragraph.toJSON().replaceAll(/<[^>]*>/g, '')
