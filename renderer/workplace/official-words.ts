import type { BodyBlock } from '#shared/domain/format/body.ts'

/** Words of official letters with each `{{name}}` filled in; nothing where no value has that name. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')

/** One paragraph; without words an empty line. */
export const paragraph = (text: string, isItalic = false): BodyBlock & { type: 'paragraph' } =>
  text === ''
    ? { type: 'paragraph' }
    : {
        type: 'paragraph',
        content: [{ type: 'text', text, ...(isItalic ? { marks: [{ type: 'italic' as const }] } : {}) }],
      }

/** A table whose first row names its columns. */
export const table = (rows: readonly (readonly string[])[]): BodyBlock => ({
  type: 'table',
  content: rows.map((cells, index) => ({
    type: 'tableRow',
    content: cells.map((text) => ({
      type: index === 0 ? 'tableHeader' : 'tableCell',
      content: [paragraph(text)],
    })),
  })),
})
