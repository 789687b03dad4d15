import { DetectedType, detectType, extensionAllows, extensionOf } from '#shared/exchange/edxml/detect-type.ts'

/** Office files are archives: which one, their extension says; what it promises is checked when somebody opens it. */
const archives: Readonly<Record<string, DetectedType>> = {
  docx: DetectedType.docx,
  xlsx: DetectedType.xlsx,
  pptx: DetectedType.pptx,
  odt: DetectedType.odt,
  ods: DetectedType.ods,
  odp: DetectedType.odp,
}

/** What a file is, by its first bytes; the name decides only between kinds of archives. */
export function mediaTypeOf(name: string, head: Uint8Array): DetectedType {
  const detected = detectType(head)
  const extension = extensionOf(name)
  const archive = archives[extension]
  const isArchive = detected === DetectedType.zip && archive !== undefined
  return isArchive && extensionAllows(extension, archive) ? archive : detected
}
