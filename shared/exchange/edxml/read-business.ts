import { DeviationRule } from './deviations.ts'
import { childOf, childrenOf, textOf, type XmlElement } from './element-tree.ts'
import { type FieldReader, present } from './field-reader.ts'
import type { Business, DocumentChange, Replacement } from './message.ts'
import { BusinessType, ReceiverChange } from './vocabulary.ts'

/**
 * Reads the `Bussiness` block; without one the message is a new document. A revocation that does not say what it revokes means
 * the message's own `DocumentId`.
 */
export function readBusiness(
  traceList: XmlElement | undefined,
  documentId: string,
  read: FieldReader,
): Business {
  const block = childOf(traceList, 'Bussiness')
  if (block === undefined) read.report(DeviationRule.elementMissing, traceList, 'Bussiness')
  const type = readType(block, read)
  let target = textOf(block, 'DocumentId')
  if (target === undefined && type === BusinessType.revocation) {
    read.report(DeviationRule.revocationTargetMissing, block)
    target = documentId === '' ? undefined : documentId
  }
  return {
    type,
    changes: childrenOf(block, 'BussinessDocumentInfo').map((change) => readChange(change, read)),
    replacements: readReplacements(block, read),
    staff: childrenOf(block, 'StaffInfo').flatMap((one) => read.staff(one) ?? []),
    ...present({
      reason: textOf(block, 'BussinessDocReason'),
      documentId: target,
      paper: readPaper(block),
    }),
  }
}

function readType(block: XmlElement | undefined, read: FieldReader): BusinessType {
  const text = textOf(block, 'BussinessDocType')
  if (text === undefined) {
    if (block !== undefined) read.report(DeviationRule.elementMissing, block, 'BussinessDocType')
    return BusinessType.new
  }
  const type = Object.values(BusinessType).find((value) => /^0?[0-3]$/.test(text) && value === Number(text))
  if (type === undefined) read.report(DeviationRule.businessTypeUnknown, childOf(block, 'BussinessDocType'))
  return type ?? BusinessType.new
}

/** Some writers put a page count here; any count above none means that paper follows. */
function readPaper(block: XmlElement | undefined): boolean | undefined {
  const text = textOf(block, 'Paper')
  return text === undefined ? undefined : !/^(0+|false)$/i.test(text)
}

function readChange(element: XmlElement, read: FieldReader): DocumentChange {
  const receivers = childrenOf(childOf(element, 'ReceiverList'), 'Receiver')
  return {
    receiverList: receivers.map((receiver) => ({
      organId: read.organId(receiver),
      change: textOf(receiver, 'ReceiverType') === '0' ? ReceiverChange.removed : ReceiverChange.added,
    })),
    ...present({
      information: read.flag(element, 'DocumentInfo'),
      receivers: read.flag(element, 'DocumentReceiver'),
    }),
  }
}

/** Entries for the same document are merged. */
function readReplacements(block: XmlElement | undefined, read: FieldReader): Replacement[] {
  const byDocument = new Map<string, Set<string>>()
  for (const list of childrenOf(block, 'ReplacementInfoList')) {
    for (const element of childrenOf(list, 'ReplacementInfo')) {
      const documentId = read.required(element, 'DocumentId')
      const known = byDocument.get(documentId)
      if (known !== undefined) read.report(DeviationRule.replacementRepeated, element)
      const organIds = known ?? new Set<string>()
      for (const organId of childrenOf(childOf(element, 'OrganIdList'), 'OrganId')) {
        if (organId.text.trim() !== '') organIds.add(organId.text.trim())
      }
      byDocument.set(documentId, organIds)
    }
  }
  return Array.from(byDocument, ([documentId, organIds]) => ({ documentId, organIds: [...organIds] }))
}
