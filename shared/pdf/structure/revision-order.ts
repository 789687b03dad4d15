import type { PdfFile } from './pdf-file.ts'
import type { PdfRevision } from './pdf-revision.ts'

/**
 * Whether the file stood complete with `sections[index]` as its newest section. The second section of a linearized
 * file (Annex F) stands behind the first and is none of its own.
 */
export function isStandalone(file: PdfFile, index: number): boolean {
  const section = file.sections[index]
  const newer = file.sections[index - 1]
  return section !== undefined && (newer === undefined || newer.offset > section.offset)
}

/** The oldest complete revision that holds the section: the section's own, or that of the linearized file it is part of. */
export function completeRevision(file: PdfFile, index: number): PdfRevision {
  let complete = index
  while (complete > 0 && !isStandalone(file, complete)) complete -= 1
  return file.revision(complete)
}
