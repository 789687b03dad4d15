import * as Y from 'yjs'
import { fromBase64 } from '../../kernel/bytes.ts'

/** Every paragraph of a text as it is kept (Yjs state, base64), those in lists and tables too, in the order of reading; empty ones left out. */
export function linesOfText(text: string): readonly string[] {
  const opened = new Y.Doc()
  Y.applyUpdate(opened, fromBase64(text))
  const lines = opened.getXmlFragment('body').toArray().flatMap(linesIn)
  opened.destroy()
  return lines.filter((line) => line !== '')
}

function linesIn(node: unknown): readonly string[] {
  if (!(node instanceof Y.XmlElement)) return []
  const children: readonly unknown[] = node.toArray()
  return node.nodeName === 'paragraph' ? [children.map(wordsOf).join('').trim()] : children.flatMap(linesIn)
}

function wordsOf(node: unknown): string {
  if (!(node instanceof Y.XmlText)) return ' '
  const pieces = node.toDelta() as readonly { readonly insert: unknown }[]
  return pieces.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
}
