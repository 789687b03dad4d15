import { codeOfLetter, mainFileOf, type Letter } from '#shared/domain/correspondence/letter.ts'
import { dayOfLetter, unlessMayChange } from '#shared/domain/meetings/decide-later-letter.ts'
import { isCalendarFile } from '#shared/domain/meetings/invitation/invites.ts'
import { readLater, type LaterWord } from '#shared/domain/meetings/invitation/read-later.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { RuleId } from '#shared/domain/law/rules.ts'
import type { CalendarWord } from '#shared/exchange/calendar/later-message.ts'
import type { NativeApi } from '../../../native/native-api.ts'
import type { OfficeReader } from '../../../database/office-reader.ts'
import { textOfLetter, unlessNotAtHand } from './read-letter.ts'

/** A meeting that a later letter may be about, and the letter that invited to it. */
export interface LaterCandidate {
  readonly meeting: Meeting
  readonly invitation: Letter
}

/** What a later letter does, and to which meetings it may. */
export interface LaterReading {
  readonly kind: 'read'
  readonly word: LaterWord
  /** The likeliest first; never empty. */
  readonly meetings: readonly LaterCandidate[]
}

/** Why a letter changes nothing: it was followed before, a rule keeps it from changing the meeting it names, others run that meeting here, or there is none it could be about. */
type NothingLater =
  | { readonly kind: 'followed'; readonly meeting: string }
  | { readonly kind: 'refused'; readonly rule: RuleId }
  | { readonly kind: 'others'; readonly meeting: Meeting }
  | { readonly kind: 'none' }

/** Reads a later letter for a post against the meetings that were taken from invitations of its sender. */
export async function readLaterLetter(
  native: NativeApi,
  office: OfficeReader,
  letter: Letter,
  post: string,
): Promise<LaterReading | NothingLater> {
  const [{ pages }, calendar] = await Promise.all([textOfLetter(native, letter), calendarIn(native, letter)])
  const asked = { subject: letter.content.subject, issuedOn: dayOfLetter(letter) }
  const ownCode = codeOfLetter(letter.content)
  const names = readLater(pages, asked).names.filter((name) => name !== ownCode)
  const known = await takenFromLetters(office, letter.id)
  const followed = known.find(({ meeting }) => meeting.followed?.some((one) => one.letter === letter.id))
  if (followed !== undefined) return { kind: 'followed', meeting: followed.meeting.id }
  const ranked = await Promise.all(
    known.map(async (one) => ({
      one,
      calendar: await calendarIn(native, one.invitation),
      isNamed: isNamed(letter, one.invitation, names),
    })),
  )
  const about = ranked
    .map(({ one, calendar: before, isNamed: named }) => ({
      one,
      before,
      isNamed: named || (calendar !== undefined && calendar.uid === before?.uid),
    }))
    .toSorted((a, b) => Number(b.isNamed) - Number(a.isNamed))
  const likely = about[0]
  if (likely?.isNamed === true) {
    const isOld =
      calendar !== undefined &&
      calendar.uid === likely.before?.uid &&
      calendar.sequence <= likely.before.sequence
    const rule = ruleAgainst(likely.one, letter) ?? (isOld ? 'letter-older' : undefined)
    if (rule !== undefined) return { kind: 'refused', rule }
  }
  const lawful = about.filter(
    ({ one, isNamed: named }) =>
      ruleAgainst(one, letter) === undefined && (named || !names.some(isInvitationCode)),
  )
  const [first] = lawful
  if (first === undefined) return { kind: 'none' }
  const own = lawful.filter(({ one }) => runs(one.meeting, post))
  const likeliest = first.isNamed ? own.find(({ isNamed: named }) => named) : own[0]
  if (likeliest === undefined) return { kind: 'others', meeting: first.one.meeting }
  const word = readLater(pages, asked, likeliest.one.meeting)
  return { kind: 'read', word: withCalendar(word, calendar), meetings: own.map(({ one }) => one) }
}

const runs = ({ secretary, chair }: Meeting, post: string): boolean => post === secretary || post === chair

const ruleAgainst = ({ meeting, invitation }: LaterCandidate, letter: Letter): RuleId | undefined =>
  unlessMayChange(meeting, letter, invitation)?.refusal.rule

/** A giấy mời by its symbol: a letter that names another one is not about this. */
const isInvitationCode = (code: string): boolean => /\/GM\b/i.test(code)

/** Whether a letter names the invitation: by what its message says it answers or replaces, or by number and symbol on its pages. */
function isNamed({ content }: Letter, invitation: Letter, names: readonly string[]): boolean {
  const code = codeOfLetter(invitation.content)
  return (
    (content.concerns ?? []).some((one) => one.letter === invitation.id) ||
    content.answers.some((one) => one.documentId === invitation.content.documentId) ||
    (code !== '' && names.some((one) => one.toLowerCase() === code.toLowerCase()))
  )
}

async function takenFromLetters(office: OfficeReader, except: string): Promise<readonly LaterCandidate[]> {
  const rows = (await office.meetings.inState('ahead')).filter(
    ({ id, elsewhere, status }) => elsewhere !== null && status === 'called' && id !== except,
  )
  const found = await Promise.all(
    rows.map(async ({ id }) => [await office.seen('meeting', id), await office.seen('letter', id)] as const),
  )
  return found.flatMap(([meeting, invitation]) =>
    meeting === null || invitation === null ? [] : [{ meeting: meeting.state, invitation: invitation.state }],
  )
}

async function calendarIn(native: NativeApi, letter: Letter): Promise<CalendarWord | undefined> {
  const calendar = letter.files.find(isCalendarFile)
  if (calendar === undefined || calendar === mainFileOf(letter)) return undefined
  const bytes = await unlessNotAtHand(() => native.invoke('blobs.get', calendar.file.sha256))
  if (bytes === undefined) return undefined
  const { calendarWordIn } = await import('#shared/exchange/calendar/later-message.ts')
  return calendarWordIn(bytes, calendar.name)
}

/** What a calendar file says goes before what was read. */
function withCalendar(word: LaterWord, calendar: CalendarWord | undefined): LaterWord {
  if (calendar === undefined) return word
  if (calendar.isOff) return { ...word, kind: 'off' }
  const { from = null, until = null, place = null, callUrl = null } = calendar.invitation ?? {}
  const { now } = word
  return {
    ...word,
    kind: 'changed',
    now: {
      from: from ?? now.from,
      until: until ?? now.until,
      place: place ?? now.place,
      callUrl: callUrl ?? now.callUrl,
    },
  }
}
