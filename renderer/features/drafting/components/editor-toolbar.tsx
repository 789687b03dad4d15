import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useT } from '../../../i18n/language-provider.tsx'
import type { MessageKey } from '../../../i18n/messages.ts'
import { IconButton } from '../../../ui/button.tsx'
import type { IconName } from '../../../ui/icons.ts'
import classes from './editor.module.css'

interface Tool {
  readonly icon: IconName
  readonly label: MessageKey
  readonly isOn: (editor: Editor) => boolean
  readonly run: (editor: Editor) => void
}

const never = (): boolean => false

/** Only what the official layout knows. */
const tools: readonly Tool[] = [
  {
    icon: 'arrow-back-up',
    label: 'drafting.toolbar.undo',
    isOn: never,
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    icon: 'arrow-forward-up',
    label: 'drafting.toolbar.redo',
    isOn: never,
    run: (editor) => editor.chain().focus().redo().run(),
  },
  {
    icon: 'bold',
    label: 'drafting.toolbar.bold',
    isOn: (editor) => editor.isActive('bold'),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    icon: 'italic',
    label: 'drafting.toolbar.italic',
    isOn: (editor) => editor.isActive('italic'),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    icon: 'underline',
    label: 'drafting.toolbar.underline',
    isOn: (editor) => editor.isActive('underline'),
    run: (editor) => editor.chain().focus().toggleUnderline().run(),
  },
  {
    icon: 'list',
    label: 'drafting.toolbar.bullets',
    isOn: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    icon: 'list-numbers',
    label: 'drafting.toolbar.numbering',
    isOn: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    icon: 'table',
    label: 'drafting.toolbar.table',
    isOn: (editor) => editor.isActive('table'),
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
]

/** The tools of the body, each said by name and shown pressed while it holds at the caret. */
export function EditorToolbar({ editor }: { readonly editor: Editor }) {
  const t = useT()
  const on = useEditorState({
    editor,
    selector: ({ editor: current }) => tools.map((tool) => tool.isOn(current)),
  })
  return (
    <div role="toolbar" aria-label={t('drafting.toolbar.label')} className={classes.toolbar}>
      {tools.map((tool, index) => (
        <IconButton
          key={tool.label}
          icon={tool.icon}
          label={t(tool.label)}
          aria-pressed={tool.isOn === never ? undefined : (on[index] ?? false)}
          onClick={() => tool.run(editor)}
        />
      ))}
      <span className="spacer" />
      <span className={classes.rule}>{t('drafting.format', { source: t('law.sources.ND30') })}</span>
    </div>
  )
}
