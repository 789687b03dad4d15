import { SaxesParser, type SaxesTagNS } from 'saxes'

/** Answers to PROPFIND nest a few deep; a level more makes every name in it dearer to resolve. */
const MOST_DEPTH = 64

/** What is done with the parts of an answer as they come. */
export interface DavReader {
  readonly opens: (tag: SaxesTagNS) => void
  readonly text: (part: string) => void
  readonly closes: (tag: SaxesTagNS) => void
}

/** Reads the XML of a calendar server in work that grows with its length alone. Throws Error on what is no XML, or nests deeper than answers do. */
export function readDav(bytes: Uint8Array, { opens, text, closes }: DavReader): void {
  const parser = new SaxesParser({ xmlns: true })
  let depth = 0
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > MOST_DEPTH) throw new RangeError('XML nests too deep')
    opens(tag)
  })
  parser.on('text', text)
  parser.on('closetag', (tag) => {
    depth -= 1
    closes(tag)
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(Buffer.from(bytes).toString('utf8')).close()
}
