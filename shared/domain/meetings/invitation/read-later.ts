import { localDateOf, partsOf, type Instant } from '../../../kernel/instant.ts'
import { foldText } from '../../../kernel/text-folding.ts'
import type { Letter } from '../../correspondence/letter.ts'
import { foldedAlike, plain, plainLines } from './plain-lines.ts'
import { readInvitation, type Found, type Invitation, type InvitationLetter } from './read-invitation.ts'

/** What a later letter says of a meeting that was invited to before. */
export interface LaterWord {
  readonly kind: 'changed' | 'off'
  /** New time and place; what it does not change is null. */
  readonly now: Pick<Invitation, 'from' | 'until' | 'place' | 'callUrl'>
  /** Why it does not take place. */
  readonly reason: Found<string> | null
  /** Numbers and symbols of letters that it names, such as `45/GM-SNV`. */
  readonly names: readonly string[]
}

const GATHERING = '(?:hop|hoi nghi|hoi thao|toa dam|tap huan|lam viec|lich|giay moi|thoi gian|dia diem)'
const OFF = new RegExp(
  `\\b(?:tam )?(?:hoan|huy|ngung to chuc|khong to chuc|dung to chuc)\\b[^.;]{0,80}\\b${GATHERING}\\b`,
)
const MOVED = new RegExp(
  `\\b(?:thay doi|dieu chinh|doi|chuyen|lui|di doi|thay the)\\b[^.;]{0,60}\\b${GATHERING}\\b`,
)
const MOVED_AFTER = new RegExp(`\\b${GATHERING}\\b[^.;]{0,40}\\b(?:thay doi|dieu chinh|doi|chuyen|lui)\\b`)

/** Whether a letter looks as if it moved or called off a meeting: by its abstract. */
export function tellsLater({ content }: Pick<Letter, 'content'>): boolean {
  const subject = foldText(content.subject)
  return OFF.test(subject) || MOVED.test(subject) || MOVED_AFTER.test(subject)
}

/** Behind these words stands what is new; before them what was. */
const TO =
  /\b(?:sang|thanh|lui (?:den|lai|sang|vao)|doi (?:den|lai|vao)|chuyen (?:den|vao)|dieu chinh lai|nhu sau)\b:?/g
const NEW_LABEL = /\b(?:thoi gian|dia diem)(?: to chuc| hop)? moi\b/
const SAME_DAY = /\bcung ngay\b/
const REASON = /(?<!\p{L})(?:lý do:?\s+|(?:do|vì)\s+(?!đồng chí|ông |bà |lý do))/iu
const CODE = /\b(\d{1,6})\s*\/\s*((?:[A-ZĐ]{1,12})(?:-[A-ZĐ0-9&]{1,20}){0,4})/g
const QUOTED = 240

/** Reads what changes from a letter: which of its times is the new one, that it is called off, and why. `before`: the meeting as it was. */
export function readLater(
  pages: readonly string[],
  letter: InvitationLetter,
  before: { readonly from: Instant } | null = null,
): LaterWord {
  const lines = plainLines(pages)
  const text = lines.map((line) => line.text).join(' ')
  const folded = foldedAlike(text)
  const subject = foldText(letter.subject)
  const rest = newPartOf(text, folded, before)
  const now = rest === undefined ? readInvitation(pages, letter) : readInvitation([rest], letter)
  const place = rest === undefined ? null : placeIn(rest)
  const isOff = OFF.test(subject) || (!MOVED.test(subject) && OFF.test(folded))
  const isMovedToo = rest !== undefined && now.from !== null
  return {
    kind: isOff && !isMovedToo ? 'off' : 'changed',
    now: { from: now.from, until: now.until, place: withoutTail(now.place ?? place), callUrl: now.callUrl },
    reason: reasonIn(text),
    names: [...text.matchAll(CODE)].map(([, number, symbol]) => `${number ?? ''}/${symbol ?? ''}`),
  }
}

const TAIL = /[.;,]?\s*(?:(?:giấy mời|công văn|văn bản|thông báo) này|(?:các|những) nội dung khác)\b.*$/isu

const withoutTail = (place: Found<string> | null): Found<string> | null =>
  place === null ? null : { ...place, value: plain(place.value.replace(TAIL, '')) }

/** The part of the letter that tells what is new; a time of the same day borrows it. Undefined: nothing parts the new from the old. */
function newPartOf(
  text: string,
  folded: string,
  before: { readonly from: Instant } | null,
): string | undefined {
  const begins = [...folded.matchAll(TO)].map(({ index, 0: word }) => index + word.length)
  const label = NEW_LABEL.exec(folded)
  const starts = [...begins, ...(label === null ? [] : [label.index])]
  const start = starts.find((at) => /\d|phong|hoi truong|tru so|tang/.test(folded.slice(at, at + QUOTED)))
  if (start === undefined) return undefined
  const rest = text.slice(start).trim()
  if (before === null || !SAME_DAY.test(folded.slice(start, start + QUOTED))) return rest
  const { day, month, year } = partsOf(localDateOf(before.from))
  return rest.replace(/cùng ngày/iu, `ngày ${String(day)}/${String(month)}/${String(year)}`)
}

/** `sang Phòng họp số 2`: a place that stands alone behind the word. */
function placeIn(rest: string): Found<string> | null {
  const [said = ''] =
    /^(?:tại\s+)?(?:Phòng|Hội trường|Trụ sở|Nhà|Trung tâm|Tầng)[^.;]{2,160}/iu.exec(rest) ?? []
  const value = plain(said.replace(/^tại\s+/iu, '').replace(/,? (?:các|những) nội dung.*$/iu, ''))
  return value === '' ? null : { value, confidence: 0.75, quote: rest.slice(0, QUOTED), page: 1 }
}

function reasonIn(text: string): Found<string> | null {
  const found = REASON.exec(text)
  if (found === null) return null
  const start = found.index + found[0].length
  const said = text.slice(start, start + QUOTED)
  const end = /[.;]|, (?:nay|nên|Sở|Ủy ban|UBND|Văn phòng)/u.exec(said)
  const value = plain(said.slice(0, end?.index))
  return value === '' ? null : { value, confidence: 0.75, quote: said, page: 1 }
}
