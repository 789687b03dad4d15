import type { Editor } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect } from 'react'
import type { Doc } from 'yjs'
import { styleNonce } from '../../../ui/style-nonce.ts'
import { BODY_FRAGMENT, bodyExtensions } from './body-schema.ts'
import { OrderingLine } from './ordering-line.ts'

interface BodyEditorProps {
  readonly text: Doc
  readonly editable: boolean
  readonly label: string
  readonly onReady: (editor: Editor) => void
}

/** Box 6 of the page, edited together with others. */
export function BodyEditor({ text, editable, label, onReady }: BodyEditorProps) {
  const editor = useEditor(
    {
      extensions: [
        ...bodyExtensions,
        OrderingLine,
        Collaboration.configure({ document: text, field: BODY_FRAGMENT }),
      ],
      editable,
      injectNonce: styleNonce(),
      editorProps: {
        handleDOMEvents: {
          // Of the page, not of the text: it submits. A line break is `Shift Enter`.
          keydown: (_view, event) => event.code === 'Enter' && event.ctrlKey,
        },
        attributes: {
          class: 'body',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          spellcheck: 'false',
          lang: 'vi',
        },
      },
    },
    [text],
  )

  useEffect(() => {
    editor.setEditable(editable)
  }, [editor, editable])
  useEffect(() => {
    onReady(editor)
  }, [editor, onReady])

  return <EditorContent editor={editor} />
}
