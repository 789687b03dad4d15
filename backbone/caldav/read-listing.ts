import { readDav } from './read-dav.ts'

/** An entry of a collection by the last part of its address. */
export interface ListedEntry {
  readonly name: string
  readonly etag: string
}

const DAV = 'DAV:'

/** The entries of an answer to PROPFIND (RFC 4918, 9.1); what is itself a collection is left out. Throws Error on what is no XML. */
export function readListing(bytes: Uint8Array): readonly ListedEntry[] {
  const entries: ListedEntry[] = []
  let [href, etag, text, isCollection] = ['', '', '', false]
  const own = (tag: { readonly uri: string; readonly local: string }, local: string): boolean =>
    tag.uri === DAV && tag.local === local
  readDav(bytes, {
    opens: (tag) => {
      text = ''
      if (own(tag, 'response')) [href, etag, isCollection] = ['', '', false]
      if (own(tag, 'collection')) isCollection = true
    },
    text: (part) => {
      text += part
    },
    closes: (tag) => {
      if (own(tag, 'href')) href = text.trim()
      else if (own(tag, 'getetag')) etag = text.trim()
      else if (own(tag, 'response') && !isCollection && etag !== '')
        entries.push({ name: nameIn(href), etag })
      text = ''
    },
  })
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
