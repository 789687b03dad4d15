import { mainFileOf, type Letter, type LetterFile } from '#shared/domain/correspondence/letter.ts'
import { isCalendarFile } from '#shared/domain/meetings/invitation/invites.ts'
import { readInvitation, type Invitation } from '#shared/domain/meetings/invitation/read-invitation.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import type { NativeApi } from '../../../native/native-api.ts'

/** What a letter invites to: what its calendar file says, else what is read on its pages; works without a network where its files are here. */
export async function invitationIn(native: NativeApi, letter: Letter): Promise<Invitation> {
  const [pages, calendar] = await Promise.all([pagesOf(native, letter), calendarIn(native, letter.files)])
  const issuedOn = letter.content.issuedOn ?? localDateOf(letter.arrivedAt)
  const read = readInvitation(pages, { subject: letter.content.subject, issuedOn })
  if (calendar === undefined) return read
  return {
    title: calendar.title ?? read.title,
    from: calendar.from ?? read.from,
    until: calendar.until ?? read.until,
    place: calendar.place ?? read.place,
    callUrl: calendar.callUrl ?? read.callUrl,
    chair: calendar.chair ?? read.chair,
    people: calendar.people ?? read.people,
    requirements: calendar.requirements ?? read.requirements,
  }
}

/** Text of the pages of a letter; none where its file is not here. */
export async function pagesOf(native: NativeApi, letter: Letter): Promise<readonly string[]> {
  const file = mainFileOf(letter)?.file
  if (file?.mediaType !== 'application/pdf') return []
  return (await unlessNotAtHand(() => native.invoke('pdf.pageTexts', file.sha256))) ?? []
}

async function calendarIn(native: NativeApi, files: readonly LetterFile[]): Promise<Invitation | undefined> {
  const calendar = files.find(isCalendarFile)
  if (calendar === undefined) return undefined
  const bytes = await unlessNotAtHand(() => native.invoke('blobs.get', calendar.file.sha256))
  if (bytes === undefined) return undefined
  const { invitationOf } = await import('#shared/exchange/calendar/invitation-of.ts')
  return invitationOf(bytes, calendar.name)
}

const notAtHand = new Set(['blob-missing', 'blob-corrupt', 'pdf-unreadable', 'timed-out', 'too-large'])

/** What is read, or undefined where its file is not at hand. */
export async function unlessNotAtHand<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof AppError && notAtHand.has(error.code)) return undefined
    throw error
  }
}
