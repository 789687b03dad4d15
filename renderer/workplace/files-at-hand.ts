import { mainFileOf } from '#shared/domain/correspondence/letter.ts'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import type { OfficeReader } from '../database/office-reader.ts'

const LETTER_BOXES = ['toAccept', 'toRegister', 'toDirect'] as const

/** Files that the next act on this desk needs or reads, most urgent first, so that it can be done without the node. */
export async function filesAtHand(
  office: OfficeReader,
  post: { readonly isClerk: boolean },
): Promise<readonly BlobRef[]> {
  const files: BlobRef[] = []
  const ofDocument = async (id: string): Promise<void> => {
    const state = (await office.seen('document', id))?.state
    if (state !== undefined) files.push(...filesOf(state))
  }
  const ofLetter = async (id: string): Promise<void> => {
    const state = (await office.seen('letter', id))?.state
    const main = state === undefined ? undefined : mainFileOf(state)
    if (state !== undefined && main !== undefined)
      files.push(main.file, ...state.files.flatMap((one) => (one === main ? [] : [one.file])))
  }
  for (const { about, letter } of await office.myWork()) {
    if (about.kind === 'document') await ofDocument(about.id)
    if (letter !== null) await ofLetter(letter)
  }
  if (post.isClerk) {
    for (const { id } of await office.issueDesk()) await ofDocument(id)
    for (const box of LETTER_BOXES) for (const { id } of await office.incoming(box)) await ofLetter(id)
  }
  return [...new Map(files.map((file) => [file.sha256, file])).values()]
}

/** The page as it stands, then what is attached. */
function filesOf(document: OfficialDocument): readonly BlobRef[] {
  const page = document.seal ?? document.signature ?? document.initials
  return [...(page === null ? [] : [page.pdf]), ...document.attachments.map((one) => one.file)]
}
