import { getSchema, type Extensions } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'

/** Name of the Yjs fragment that holds box 6. Stored: changing it needs a migration. */
export const BODY_FRAGMENT = 'body'

/** Only what the official layout knows: paragraphs, bold, italic, underline, lists, tables. Undo belongs to the collaboration. */
export const bodyExtensions: Extensions = [
  StarterKit.configure({
    heading: false,
    blockquote: false,
    code: false,
    codeBlock: false,
    strike: false,
    link: false,
    horizontalRule: false,
    undoRedo: false,
  }),
  TableKit.configure({ table: { resizable: false } }),
]

export const bodySchema = getSchema(bodyExtensions)
