/**
 * What an accepted message does otherwise than the canonical layout (spec of the reader: edXML working specification, 7).
 * Stored with letters and shown: a value is never reused for another meaning.
 */
export const DeviationRule = {
  prefixUnbound: 'edxml.prefix.unbound',
  prefixUnusual: 'edxml.prefix.unusual',
  namespaceMissing: 'edxml.namespace.missing',
  namespaceExtra: 'edxml.namespace.extra',
  attributeExtra: 'edxml.attribute.extra',
  byteOrderMark: 'edxml.byte-order-mark',
  declarationMissing: 'edxml.declaration.missing',
  rootUnusual: 'edxml.root.unusual',
  comment: 'edxml.comment',
  elementOrder: 'edxml.element.order',
  elementMissing: 'edxml.element.missing',
  elementEmpty: 'edxml.element.empty',
  elementUnknown: 'edxml.element.unknown',
  elementRepeated: 'edxml.element.repeated',
  textPlaceholder: 'edxml.text.placeholder',
  textPadded: 'edxml.text.padded',
  numberUnreadable: 'edxml.number.unreadable',
  dateForm: 'edxml.date.form',
  dateImpossible: 'edxml.date.impossible',
  dateUnreadable: 'edxml.date.unreadable',
  documentIdForm: 'edxml.document-id.form',
  organIdForm: 'edxml.organ-id.form',
  codeInternalMark: 'edxml.code.internal-mark',
  documentTypeUnusual: 'edxml.document-type.unusual',
  steeringTypeUnusual: 'edxml.steering-type.unusual',
  businessTypeUnknown: 'edxml.business-type.unknown',
  revocationTargetMissing: 'edxml.revocation.target-missing',
  replacementRepeated: 'edxml.replacement.repeated',
  signatureUnusual: 'edxml.signature.unusual',
  receiverRepeated: 'edxml.receiver.repeated',
  selfAddressed: 'edxml.self-addressed',
  statusCodeForm: 'edxml.status.code-form',
  statusCodeUnknown: 'edxml.status.code-unknown',
  statusSelfAddressed: 'edxml.status.self-addressed',
  manifestTypeMissing: 'edxml.manifest.type-missing',
  manifestTypeDiffers: 'edxml.manifest.type-differs',
  manifestDescriptionMissing: 'edxml.manifest.description-missing',
  manifestWithoutAttachment: 'edxml.manifest.without-attachment',
  attachmentNotInManifest: 'edxml.attachment.not-in-manifest',
  attachmentsMisplaced: 'edxml.attachment.misplaced',
  attachmentNameMissing: 'edxml.attachment.name-missing',
  attachmentEmpty: 'edxml.attachment.empty',
  contentIdForm: 'edxml.content-id.form',
  wrappedAgainstType: 'edxml.attachment.wrapped-against-type',
  plainAgainstType: 'edxml.attachment.plain-against-type',
  severalEntries: 'edxml.attachment.several-entries',
  wrapperBroken: 'edxml.attachment.wrapper-broken',
  inflateLimit: 'edxml.attachment.inflate-limit',
  typeDiffers: 'edxml.attachment.type-differs',
  pdfDamaged: 'edxml.attachment.pdf-damaged',
  base64Form: 'edxml.base64.form',
  base64Invalid: 'edxml.base64.invalid',
  /** Handed in by a system that may not speak for the sender it names. Found by the node, not by the reader. */
  senderUnproven: 'axis.sender.unproven',
} as const
export type DeviationRule = (typeof DeviationRule)[keyof typeof DeviationRule]

/** One deviation: which rule, at which element or prefix, on which line of the file as received. */
export interface Deviation {
  readonly rule: DeviationRule
  readonly element: string
  readonly line: number
}

const KEPT = 500

/** Collects deviations, each rule and element once, and no more than 500. */
export class DeviationLog {
  readonly #found = new Map<string, Deviation>()

  add(rule: DeviationRule, element: string, line: number): void {
    const key = `${rule} ${element}`
    if (this.#found.size < KEPT && !this.#found.has(key)) this.#found.set(key, { rule, element, line })
  }

  get all(): readonly Deviation[] {
    return [...this.#found.values()]
  }
}

/** The rules among deviations, each once, in order of appearance. */
export function rulesOf(deviations: readonly Deviation[]): DeviationRule[] {
  return [...new Set(deviations.map(({ rule }) => rule))]
}
