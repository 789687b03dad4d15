import { readFile } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A printed register as read back from its file. */
export interface PrintedRegister {
  /** Every line of the cover. */
  readonly cover: readonly string[]
  readonly headings: readonly string[]
  /** Cells that hold nothing are not tagged: those behind them move up. */
  readonly rows: readonly (readonly string[])[]
}

interface StructNode {
  readonly role?: string
  readonly children?: readonly StructNode[]
  readonly type?: string
  readonly id?: string
}

/** Reads the tagged table of a register: rows and cells as the file itself says they are, not by where they stand. */
export async function readRegister(file: string): Promise<PrintedRegister> {
  const loading = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 })
  const pdf = await loading.promise
  try {
    const cover: string[] = []
    const rows: string[][] = []
    const headings: string[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const texts = await markedTexts(page)
      const tree = (await page.getStructTree()) as StructNode | null
      for (const node of descendants(tree)) {
        if (node.role === 'P' || node.role === 'H1') cover.push(textOf(node, texts))
        if (node.role !== 'TR') continue
        const cells = (node.children ?? []).filter((one) => one.role === 'TD' || one.role === 'TH')
        const isHead = cells.every((one) => one.role === 'TH')
        const words = cells.map((one) => textOf(one, texts))
        if (!isHead) addRow(rows, words)
        else if (headings.length === 0) headings.push(...words)
      }
    }
    return { cover, headings, rows }
  } finally {
    await loading.destroy()
  }
}

/** Rows without words are left out. */
function addRow(rows: string[][], words: string[]): void {
  if (words.some((one) => one !== '')) rows.push(words)
}

async function markedTexts(
  page: Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>,
): Promise<ReadonlyMap<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const texts = new Map<string, string>()
  const open: string[] = []
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== '')
      if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id)
  }
  return texts
}

function* descendants(node: StructNode | null): Generator<StructNode> {
  if (node === null) return
  yield node
  for (const child of node.children ?? []) yield* descendants(child)
}

function textOf(node: StructNode, texts: ReadonlyMap<string, string>): string {
  const parts: string[] = []
  for (const one of descendants(node))
    if (one.type === 'content' && one.id !== undefined) parts.push(texts.get(one.id) ?? '')
  return parts.join(' ').replaceAll(/\s+/gu, ' ').trim().normalize('NFC')
}
