import { mainFileOf, type Letter, type LetterFile } from '#shared/domain/correspondence/letter.ts'
import { isCalendarFile } from '#shared/domain/meetings/invitation/invites.ts'
import {
  readInvitation,
  unsure,
  type Invitation,
} from '#shared/domain/meetings/invitation/read-invitation.ts'
import { isTextLayer } from '#shared/domain/scan/text-layer.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import type { NativeApi } from '../../../native/native-api.ts'

/** The text of a letter: of its text layer, of what recognition made of its pictures, or none where it is not here or cannot be recognised. */
interface LetterText {
  readonly pages: readonly string[]
  readonly source: 'text' | 'ocr' | 'none'
  /** It would be recognised if this machine could. */
  readonly isOcrMissing: boolean
}

/** An invitation, and how its pages were read. */
export interface ReadLetter {
  readonly invitation: Invitation
  readonly text: Omit<LetterText, 'pages'>
}

/** What a letter invites to: what its calendar file says, else what is read on its pages; works without a network where its files are here. */
export async function invitationIn(
  native: NativeApi,
  letter: Letter,
  onRecognising?: () => void,
): Promise<ReadLetter> {
  const [{ pages, ...text }, calendar] = await Promise.all([
    textOfLetter(native, letter, onRecognising),
    calendarIn(native, letter.files),
  ])
  const issuedOn = letter.content.issuedOn ?? localDateOf(letter.arrivedAt)
  const onPages = readInvitation(pages, { subject: letter.content.subject, issuedOn })
  const read = text.source === 'ocr' ? unsure(onPages) : onPages
  if (calendar === undefined) return { invitation: read, text }
  const invitation = {
    title: calendar.title ?? read.title,
    from: calendar.from ?? read.from,
    until: calendar.until ?? read.until,
    place: calendar.place ?? read.place,
    callUrl: calendar.callUrl ?? read.callUrl,
    chair: calendar.chair ?? read.chair,
    people: calendar.people ?? read.people,
    requirements: calendar.requirements ?? read.requirements,
  }
  return { invitation, text }
}

/** The pages of a letter as text; those that are pictures are recognised, which takes seconds and is told when it begins. */
export async function textOfLetter(
  native: NativeApi,
  letter: Letter,
  onRecognising?: () => void,
): Promise<LetterText> {
  const file = mainFileOf(letter)?.file
  if (file?.mediaType !== 'application/pdf') return { pages: [], source: 'none', isOcrMissing: false }
  const layer = (await unlessNotAtHand(() => native.invoke('pdf.pageTexts', file.sha256))) ?? []
  if (isTextLayer(layer)) return { pages: layer, source: 'text', isOcrMissing: false }
  onRecognising?.()
  const read = await unlessNotAtHand(() => native.invoke('scan.pageTexts', file.sha256))
  const { texts: pages = [], isOcrMissing = false } = read ?? {}
  return { pages, source: pages.some((page) => page !== '') ? 'ocr' : 'none', isOcrMissing }
}

async function calendarIn(native: NativeApi, files: readonly LetterFile[]): Promise<Invitation | undefined> {
  const calendar = files.find(isCalendarFile)
  if (calendar === undefined) return undefined
  const bytes = await unlessNotAtHand(() => native.invoke('blobs.get', calendar.file.sha256))
  if (bytes === undefined) return undefined
  const { invitationOf } = await import('#shared/exchange/calendar/invitation-of.ts')
  return invitationOf(bytes, calendar.name)
}

const notAtHand = new Set([
  'blob-missing',
  'blob-corrupt',
  'pdf-unreadable',
  'scan-unreadable',
  'timed-out',
  'too-large',
])

/** What is read, or undefined where its file is not at hand. */
export async function unlessNotAtHand<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof AppError && notAtHand.has(error.code)) return undefined
    throw error
  }
}
