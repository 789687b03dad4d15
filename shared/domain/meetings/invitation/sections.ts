import type { PlainLine } from './plain-lines.ts'

/** What a part of an invitation tells (form 1.7 of Decree 30 Annex III and what agencies add to it). */
export const sectionKinds = ['when', 'where', 'chair', 'people', 'content', 'requirements'] as const
export type SectionKind = (typeof sectionKinds)[number]

/** A part of an invitation under its label, or a sentence that stands for it. */
export interface Section {
  readonly kind: SectionKind
  readonly page: number
  /** As it stands in the letter, label and all. */
  readonly quote: string
  /** What follows the label; a line for each line of the letter. */
  readonly text: string
}

const BULLET = String.raw`^(?:(?:[-+*•–]|\d{1,2}(?:\.\d)?[.)]|[ivx]{1,4}[.)]|[a-h][.)])\s*)?`
const QUALIFIED = '[a-z ,()/]{0,48}?'
const label = (words: string, kind: SectionKind): readonly [RegExp, SectionKind] => [
  new RegExp(`${BULLET}(?:${words})${QUALIFIED}\\s*(?::|$)`),
  kind,
]

/** Times that are none of a meeting. */
const OTHER_TIMES = '(?:nghi|thuc hien|gui|nop|hoan thanh|tiep nhan|ap dung|bao cao|tuyen)\\b'

const LABELS: readonly (readonly [RegExp, SectionKind])[] = [
  label(`thoi gian(?! ${OTHER_TIMES})|ngay gio|ngay, gio`, 'when'),
  label('dia diem|noi hop', 'where'),
  label('(?:dong )?chu tri|chu toa|nguoi chu tri|lanh dao chu tri', 'chair'),
  label('thanh phan|khach moi|dai bieu|(?:tran trong )?kinh moi|moi du', 'people'),
  label('noi dung|muc dich', 'content'),
  label('yeu cau|chuan bi|phan cong|cong tac chuan bi|tai lieu|luu y|to chuc thuc hien', 'requirements'),
  // Without a colon only where nothing else begins like this.
  [new RegExp(`${BULLET}thoi gian(?: (?:hop|bat dau|tu|to chuc|vao|luc|hoi))*(?= \\d| sang| chieu)`), 'when'],
  [new RegExp(`${BULLET}dia diem(?: (?:hop|to chuc))?(?= tai| phong| hoi truong)`), 'where'],
]
/** A label in the middle of a line begins a line of its own. */
const INLINE =
  /(?<=[\p{L}\d).:;,–-]\s*)(?:[;,.–-]\s*|\s)(?=(?:thoi gian|dia diem|chu tri|thanh phan[a-z ]{0,20}|noi dung)\s*:)/gu

/** Sentences of what those invited are to do. */
const ASKS = /^(?:[-+*•–]\s*)?(?:(?:kinh|tran trong) )?(?:de nghi|yeu cau|chuan bi|phan cong|giao )/
/** What follows an invitation: courtesy, receivers, who signs. */
const ENDS =
  /^(?:noi nhan|rat mong|rat han hanh|su (?:co mat|hien dien)|tran trong(?! (?:kinh )?moi)|kinh moi cac|(?:kt|tl|tm|tuq|q)\. ?[a-z]|\.\/\.|.{0,60}(?:tran trong (?:thong bao|kinh moi\W*$)))/

/** Of a section that is read. */
const MOST_OF_A_SECTION = 8000

/** The parts of an invitation, in their order. */
export function sectionsOf(lines: readonly PlainLine[]): readonly Section[] {
  const found: { kind: SectionKind; page: number; quotes: string[]; texts: string[] }[] = []
  let isOpen = false
  for (const line of lines.flatMap(atInlineLabels)) {
    const labelled = labelOf(line)
    if (labelled !== undefined) {
      const { kind, text } = labelled
      found.push({ kind, page: line.page, quotes: [line.text], texts: text === '' ? [] : [text] })
      isOpen = true
    } else if (ASKS.test(line.folded)) {
      found.push({ kind: 'requirements', page: line.page, quotes: [line.text], texts: [line.text] })
      isOpen = true
    } else if (ENDS.test(line.folded)) isOpen = false
    else if (isOpen) {
      found.at(-1)?.quotes.push(line.text)
      found.at(-1)?.texts.push(line.text)
    }
  }
  return found.map(({ kind, page, quotes, texts }) => ({
    kind,
    page,
    quote: quotes.join(' ').slice(0, MOST_OF_A_SECTION),
    text: texts.join('\n').slice(0, MOST_OF_A_SECTION),
  }))
}

function labelOf({ text, folded }: PlainLine): { kind: SectionKind; text: string } | undefined {
  for (const [pattern, kind] of LABELS) {
    const match = pattern.exec(folded)
    if (match !== null) return { kind, text: text.slice(match[0].length).replace(/^\s*:?\s*/, '') }
  }
  return undefined
}

function atInlineLabels(line: PlainLine): readonly PlainLine[] {
  const cuts = [...line.folded.matchAll(INLINE)]
    .filter(({ index }) => line.folded.slice(0, index).includes(':'))
    .map(({ index, 0: { length } }) => ({ from: index, to: index + length }))
  const starts = [0, ...cuts.map(({ to }) => to)]
  const ends = [...cuts.map(({ from }) => from), line.text.length]
  return starts.map((start, index) => ({
    page: line.page,
    text: line.text.slice(start, ends[index]),
    folded: line.folded.slice(start, ends[index]),
  }))
}
