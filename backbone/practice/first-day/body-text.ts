import * as Y from 'yjs'
import { toBase64 } from '#shared/kernel/bytes.ts'

/** Name of the shared fragment that editors bind the body to. Stored in every draft. */
const BODY_FRAGMENT = 'body'

/** Paragraphs as the first update of a draft's collaborative text, base64. */
export function bodyText(paragraphs: readonly string[]): string {
  const document = new Y.Doc()
  document.getXmlFragment(BODY_FRAGMENT).insert(
    0,
    paragraphs.map((text) => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(text)])
      return paragraph
    }),
  )
  return toBase64(Y.encodeStateAsUpdate(document))
}
