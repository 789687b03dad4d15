import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import type { Doc } from 'yjs'
import { officialBody, type OfficialBody } from '#shared/domain/format/body.ts'
import { BODY_FRAGMENT, bodySchema } from '../components/body-schema.ts'

/** The body as the official layout knows it; throws ZodError when the text holds what the layout does not know. */
export function bodyOfText(text: Doc): OfficialBody {
  return officialBody.parse(
    yXmlFragmentToProseMirrorRootNode(text.getXmlFragment(BODY_FRAGMENT), bodySchema).toJSON(),
  )
}
