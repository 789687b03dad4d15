/**
 * Why a file is refused. Stored and shown: a value is never reused for another meaning.
 * - `empty`: no byte in it.
 * - `junk-before-declaration`: something stands before the XML declaration (XML 1.0, 2.8); fact `junk`.
 * - `not-xml`: no tag in sight.
 * - `encoding-unsupported`: not UTF-8; fact `encoding` or `byte`.
 * - `doctype-forbidden`: a document type declaration, with whatever entities it brings.
 * - `not-well-formed`: the XML parser's complaint; fact `reason`.
 * - `too-large`, `tag-too-long`, `too-deep`, `too-many-elements`, `too-many-attachments`: beyond a limit; fact `limit`.
 * - `vocabulary-unknown`: XML, but another vocabulary; fact `namespace` or `root`.
 * - `envelope-missing`, `message-header-missing`: edXML without its skeleton.
 */
export const EdxmlErrorCode = {
  empty: 'empty',
  junkBeforeDeclaration: 'junk-before-declaration',
  notXml: 'not-xml',
  encodingUnsupported: 'encoding-unsupported',
  doctypeForbidden: 'doctype-forbidden',
  notWellFormed: 'not-well-formed',
  tooLarge: 'too-large',
  tagTooLong: 'tag-too-long',
  tooDeep: 'too-deep',
  tooManyElements: 'too-many-elements',
  tooManyAttachments: 'too-many-attachments',
  vocabularyUnknown: 'vocabulary-unknown',
  envelopeMissing: 'envelope-missing',
  messageHeaderMissing: 'message-header-missing',
} as const
export type EdxmlErrorCode = (typeof EdxmlErrorCode)[keyof typeof EdxmlErrorCode]

/** A refusal as data. `line` counts from 1 in the file as received. */
export interface EdxmlError {
  readonly code: EdxmlErrorCode
  readonly line: number
  readonly facts: Readonly<Record<string, string | number>>
}

/** Carries an `EdxmlError` out of the depth of the reader; the reader's entry turns it into a result. */
export class EdxmlRefusal extends Error {
  readonly error: EdxmlError

  constructor(code: EdxmlErrorCode, line: number, facts: EdxmlError['facts'] = {}) {
    super(`${code} at line ${line}`)
    this.name = 'EdxmlRefusal'
    this.error = { code, line, facts }
  }
}

const FACTS_SHOWN = 120

/** One line for logs and the command line, in English, without accents or control characters from the file. */
export function explainEdxmlError(error: EdxmlError): string {
  const facts = Object.entries(error.facts).map(([name, value]) => `${name} ${printable(String(value))}`)
  const reason = error.code.replaceAll('-', ' ')
  return facts.length === 0 ? reason : `${reason}: ${facts.join(', ')}`
}

function printable(text: string): string {
  return text.slice(0, FACTS_SHOWN).replace(/[^\x20-\x7e]/g, '?')
}
