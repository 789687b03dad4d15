import { z } from 'zod'
import { isOrderingLine } from './ordering-line.ts'

const mark = z.object({ type: z.enum(['bold', 'italic', 'underline']) })
const textNode = z.object({ type: z.literal('text'), text: z.string(), marks: z.array(mark).optional() })
const hardBreak = z.object({ type: z.literal('hardBreak') })
const inline = z.discriminatedUnion('type', [textNode, hardBreak])
const paragraph = z.object({ type: z.literal('paragraph'), content: z.array(inline).optional() })

type Inline = z.infer<typeof inline>
type Paragraph = z.infer<typeof paragraph>

/** Blocks of the body (box 6): paragraphs, lists and tables. */
export type BodyBlock =
  | Paragraph
  | {
      readonly type: 'bulletList' | 'orderedList'
      readonly content?:
        | readonly { readonly type: 'listItem'; readonly content?: readonly BodyBlock[] | undefined }[]
        | undefined
    }
  | { readonly type: 'table'; readonly content?: readonly TableRow[] | undefined }
interface TableRow {
  readonly type: 'tableRow'
  readonly content?:
    | readonly {
        readonly type: 'tableCell' | 'tableHeader'
        readonly content?: readonly BodyBlock[] | undefined
      }[]
    | undefined
}

const block: z.ZodType<BodyBlock> = z.lazy(() =>
  z.discriminatedUnion('type', [
    paragraph,
    z.object({
      type: z.enum(['bulletList', 'orderedList']),
      content: z
        .array(z.object({ type: z.literal('listItem'), content: z.array(block).optional() }))
        .optional(),
    }),
    z.object({
      type: z.literal('table'),
      content: z
        .array(
          z.object({
            type: z.literal('tableRow'),
            content: z
              .array(
                z.object({ type: z.enum(['tableCell', 'tableHeader']), content: z.array(block).optional() }),
              )
              .optional(),
          }),
        )
        .optional(),
    }),
  ]),
)

/** The body of a document as the editor keeps it; parsing drops what the official layout does not know. */
export const officialBody = z.object({ type: z.literal('doc'), content: z.array(block) })
export type OfficialBody = z.infer<typeof officialBody>

/** `./.` closes the text (Decree 30 Annex III, every form); behind a sentence that has its full stop only what is missing of it. */
export function closingMark(body: OfficialBody): './.' | '/.' {
  const last = body.content.findLast((one) => one.type !== 'paragraph' || plainText(one) !== '')
  return last?.type === 'paragraph' && plainText(last).endsWith('.') ? '/.' : './.'
}

/** HTML of the body; text is escaped, nothing else can come through. `ending` is put behind the last paragraph (`./.` and a field). */
export function bodyHtml(body: OfficialBody, ending = ''): string {
  const last = body.content.findLastIndex((one) => one.type === 'paragraph' && plainText(one) !== '')
  const blocks = body.content.filter((one, index) => index <= last || one.type !== 'paragraph')
  const html = blocks.map((one, index) =>
    blockHtml(one, index === blocks.length - 1 && one.type === 'paragraph' ? ending : ''),
  )
  if (ending !== '' && blocks.at(-1)?.type !== 'paragraph') html.push(`<p>${ending}</p>`)
  return html.join('\n')
}

/** Escapes text for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.normalize('NFC').replace(/[&<>"']/g, (letter) => `&#${String(letter.charCodeAt(0))};`)
}

/** The text of the body, one paragraph a line: for search and checks. */
export function bodyText(body: OfficialBody): string {
  return body.content.map(blockText).join('\n')
}

function blockHtml(one: BodyBlock, ending: string): string {
  switch (one.type) {
    case 'paragraph':
      return `<p${isOrderingLine(plainText(one)) ? ' class="ordering"' : ''}>${(one.content ?? []).map(inlineHtml).join('')}${ending}</p>`
    case 'bulletList':
    case 'orderedList': {
      const tag = one.type === 'bulletList' ? 'ul' : 'ol'
      return `<${tag}>${(one.content ?? []).map((item) => `<li>${(item.content ?? []).map((inner) => blockHtml(inner, '')).join('')}</li>`).join('')}</${tag}>`
    }
    case 'table':
      return `<table>${(one.content ?? []).map(rowHtml).join('')}</table>`
  }
}

function rowHtml(row: TableRow): string {
  const cells = (row.content ?? []).map((cell) => {
    const tag = cell.type === 'tableHeader' ? 'th' : 'td'
    return `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${(cell.content ?? []).map((inner) => blockHtml(inner, '')).join('')}</${tag}>`
  })
  return `<tr>${cells.join('')}</tr>`
}

function inlineHtml(one: Inline): string {
  if (one.type === 'hardBreak') return '<br>'
  return (one.marks ?? []).reduce(
    (html, { type }) => `<${markTags[type]}>${html}</${markTags[type]}>`,
    escapeHtml(one.text),
  )
}

const markTags = { bold: 'strong', italic: 'em', underline: 'u' } as const

function blockText(one: BodyBlock): string {
  if (one.type === 'paragraph') return plainText(one)
  if (one.type === 'table')
    return (one.content ?? [])
      .flatMap((row) => (row.content ?? []).map((cell) => (cell.content ?? []).map(blockText).join(' ')))
      .join('\t')
  return (one.content ?? []).map((item) => (item.content ?? []).map(blockText).join(' ')).join('\n')
}

const plainText = (one: Paragraph): string =>
  (one.content ?? [])
    .map((part) => (part.type === 'text' ? part.text : '\n'))
    .join('')
    .trim()
