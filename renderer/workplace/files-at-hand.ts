import { mainFileOf } from '#shared/domain/correspondence/letter.ts'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { peopleOf } from '#shared/domain/meetings/meeting.ts'
import { packOf } from '#shared/domain/meetings/pack.ts'
import type { OfficeReader } from '../database/office-reader.ts'

/** Papers of meetings within so many milliseconds are brought: two weeks. */
const PACKS_AHEAD_MS = 14 * 24 * 3_600_000

/** Whose desk it is, and when it is looked at. */
interface AtHand {
  readonly post: string
  readonly isClerk: boolean
  readonly now: number
}

const LETTER_BOXES = ['toAccept', 'toRegister', 'toDirect'] as const

/** Files that the next act on this desk needs or reads, most urgent first, so that it can be done without the node. */
export async function filesAtHand(
  office: OfficeReader,
  { post, isClerk, now }: AtHand,
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
  const ofBallot = async (id: string): Promise<void> => {
    const papers = (await office.seen('ballot', id))?.state.papers ?? []
    files.push(...papers.flatMap(({ versions }) => versions.at(-1)?.file ?? []))
  }
  for (const { about, letter } of await office.myWork()) {
    if (about.kind === 'document') await ofDocument(about.id)
    if (letter !== null) await ofLetter(letter)
    if (about.kind === 'ballot') await ofBallot(about.id)
  }
  if (isClerk) {
    for (const { id } of await office.issueDesk()) await ofDocument(id)
    for (const box of LETTER_BOXES) for (const { id } of await office.incoming(box)) await ofLetter(id)
  }
  const until = new Date(now + PACKS_AHEAD_MS).toISOString()
  for (const row of await office.meetings.inState('ahead')) {
    const state = row.from > until ? undefined : (await office.seen('meeting', row.id))?.state
    if (state !== undefined && peopleOf(state).includes(post)) files.push(...packOf(state))
  }
  return [...new Map(files.map((file) => [file.sha256, file])).values()]
}

/** The page as it stands, then what is attached. */
function filesOf(document: OfficialDocument): readonly BlobRef[] {
  const page = document.seal ?? document.signature ?? document.initials
  return [...(page === null ? [] : [page.pdf]), ...document.attachments.map((one) => one.file)]
}
