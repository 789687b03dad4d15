import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { isOrderingLine } from '#shared/domain/format/ordering-line.ts'

/** Shows `QUYẾT ĐỊNH:` in the middle as it will be printed; the text itself stays as it is. */
export const OrderingLine = Extension.create({
  name: 'orderingLine',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc }) => {
          const found: Decoration[] = []
          doc.forEach((node, at) => {
            if (isOrderingLine(node.textContent))
              found.push(Decoration.node(at, at + node.nodeSize, { class: 'ordering' }))
          })
          return DecorationSet.create(doc, found)
        },
      },
    }),
  ],
})
