import { SaxesParser } from 'saxes'

/** An entry of a collection by the last part of its address. */
export interface ListedEntry {
  readonly name: string
  readonly etag: string
}

const DAV = 'DAV:'

/** The entries of an answer to PROPFIND (RFC 4918, 9.1); what is itself a collection is left out. Throws Error on what is no XML. */
export function readListing(bytes: Uint8Array): readonly ListedEntry[] {
  const entries: ListedEntry[] = []
  const parser = new SaxesParser({ xmlns: true })
  let [href, etag, text, isCollection] = ['', '', '', false]
  const own = (tag: { readonly uri: string; readonly local: string }, local: string): boolean =>
    tag.uri === DAV && tag.local === local
  parser.on('opentag', (tag) => {
    text = ''
    if (own(tag, 'response')) [href, etag, isCollection] = ['', '', false]
    if (own(tag, 'collection')) isCollection = true
  })
  parser.on('text', (part) => {
    text += part
  })
  parser.on('closetag', (tag) => {
    if (own(tag, 'href')) href = text.trim()
    else if (own(tag, 'getetag')) etag = text.trim()
    else if (own(tag, 'response') && !isCollection && etag !== '') entries.push({ name: nameIn(href), etag })
    text = ''
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(Buffer.from(bytes).toString('utf8')).close()
  return entries
}

function nameIn(href: string): string {
  const last = href.split('/').findLast((part) => part !== '') ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
