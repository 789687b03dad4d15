import { EdxmlErrorCode, EdxmlRefusal } from './errors.ts'

/** How many leading bytes `checkDocumentStart` wants to see, or the whole file where it is shorter. */
export const START_BYTES = 1024

/** What stands at the start of an acceptable file. */
export interface DocumentStart {
  /** Bytes of the byte order mark to skip: 0 or 3. */
  readonly skip: number
  readonly hasDeclaration: boolean
}

/**
 * Looks at the first bytes: skips a UTF-8 byte order mark, and refuses with the reason what no XML parser says well: an empty
 * file, UTF-16, stray text before the declaration (XML 1.0, 2.8).
 */
export function checkDocumentStart(head: Uint8Array): DocumentStart {
  if (head.length === 0) throw new EdxmlRefusal(EdxmlErrorCode.empty, 1)
  const [a, b, c] = head
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0) {
    throw new EdxmlRefusal(EdxmlErrorCode.encodingUnsupported, 1, { encoding: 'UTF-16' })
  }
  const skip = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0
  const text = String.fromCharCode(...head.subarray(skip))
  const firstTag = text.indexOf('<')
  if (firstTag < 0) throw new EdxmlRefusal(EdxmlErrorCode.notXml, 1)
  const before = text.slice(0, firstTag)
  const declarationFollows = /^<\?xml\s/.test(text.slice(firstTag))
  if (before.trim() !== '' || (before !== '' && declarationFollows)) {
    throw new EdxmlRefusal(EdxmlErrorCode.junkBeforeDeclaration, 1, {
      junk: JSON.stringify(before.slice(0, 40)),
    })
  }
  return { skip, hasDeclaration: declarationFollows }
}
