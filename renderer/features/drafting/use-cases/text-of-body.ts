import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import { Doc, encodeStateAsUpdate } from 'yjs'
import type { OfficialBody } from '#shared/domain/format/body.ts'
import { toBase64 } from '#shared/kernel/bytes.ts'
import { BODY_FRAGMENT, bodySchema } from '../components/body-schema.ts'

/** A body as the first text of a document, in the form of `document.editText`. */
export function textOfBody(body: OfficialBody): string {
  const text = new Doc()
  prosemirrorJSONToYXmlFragment(bodySchema, body, text.getXmlFragment(BODY_FRAGMENT))
  return toBase64(encodeStateAsUpdate(text))
}
