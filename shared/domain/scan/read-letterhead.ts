import { kindNames } from '../documents/kind-names.ts'
import type { LocalDate } from '../../kernel/instant.ts'
import { foldText } from '../../kernel/text-folding.ts'
import type { TextLine } from './page-words.ts'

/** A value read from a page and how far it may be believed: 0 not found, 1 certain. */
export interface Reading<T> {
  readonly value: T
  readonly confidence: number
}

/** What a letter's first page says of it (boxes 2 to 5 and 7 of the official layout, Decree 30 Annex I). */
export interface Letterhead {
  readonly number: Reading<string>
  readonly symbol: Reading<string>
  readonly issuedOn: Reading<LocalDate | null>
  readonly issuer: Reading<string>
  readonly typeName: Reading<string>
  readonly subject: Reading<string>
}

const nothing: Reading<string> = { value: '', confidence: 0 }
/** Kinds whose name stands alone in capitals above the abstract (Decree 30 Art 7); a letter without one is a công văn. */
const kindByFolded = new Map(
  kindNames
    .filter((name) => name !== 'Công văn' && name !== 'Thư công')
    .map((name) => [foldText(name), name] as const),
)

/** The head of a page: above this part of its height. */
const HEAD = 0.5
const MIDDLE = 0.5

/** Reads number, symbol, date, issuer, kind and abstract from the lines of a first page. What is not there answers confidence 0. */
export function readLetterhead(lines: readonly TextLine[]): Letterhead {
  const head = lines.filter((line) => line.top < HEAD)
  const code = readCode(head)
  const kind = readKind(head)
  return {
    number: code.number,
    symbol: code.symbol,
    issuedOn: readDate(head),
    issuer: readIssuer(head, code.top),
    typeName: kind?.name ?? { value: 'Công văn', confidence: code.number.confidence > 0 ? 0.8 : 0.4 },
    subject: readSubject(head, kind?.line),
  }
}

const CODE =
  /s[oốôọỏ6]\s*[:.;]?\s*([0-9OolI|]{1,6})\s*[/\\⁄∕|]\s*([\p{L}\d&.()-]+(?:\s*-\s*[\p{L}\d&.()]+)*)/iu

function readCode(head: readonly TextLine[]): {
  readonly number: Reading<string>
  readonly symbol: Reading<string>
  readonly top: number | undefined
} {
  for (const line of head) {
    const [, number, symbol] = CODE.exec(line.text) ?? []
    if (number === undefined || symbol === undefined) continue
    const digits = number.replaceAll(/[Oo]/g, '0').replaceAll(/[lI|]/g, '1')
    const plain = symbol.replaceAll(/\s/g, '').replace(/[.-]+$/, '')
    const sure = digits === number ? 1 : 0.6
    return {
      number: { value: digits, confidence: line.confidence * sure },
      symbol: { value: plain, confidence: line.confidence * (/^[\p{Lu}\d&-]+$/u.test(plain) ? 1 : 0.7) },
      top: line.top,
    }
  }
  return { number: nothing, symbol: nothing, top: undefined }
}

const DATE = /ng[aàáảãạ]y\s+(\d{1,2})\s+th[aàáảãạ]ng\s+(\d{1,2})\s+n[aăâàáặ]m\s+(\d{4})/iu

function readDate(head: readonly TextLine[]): Reading<LocalDate | null> {
  for (const line of head) {
    const [, day, month, year] = DATE.exec(line.text) ?? []
    if (day === undefined || month === undefined || year === undefined) continue
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const real = new Date(`${date}T00:00:00Z`)
    if (!Number.isNaN(real.getTime()) && real.toISOString().slice(0, 10) === date)
      return { value: date, confidence: line.confidence }
  }
  return { value: null, confidence: 0 }
}

const STOP = /^(?:cong hoa xa hoi|doc lap|so\s*[:./\d]|v\/v|ve viec)/

/** Box 2: the lines in capitals at the left, above the number; the last ones, below the superior body, are the issuer's name. */
function readIssuer(head: readonly TextLine[], codeTop: number | undefined): Reading<string> {
  const names = head.filter(
    (line) =>
      line.left < MIDDLE &&
      (line.left + line.right) / 2 < MIDDLE &&
      (codeTop === undefined ? line.top < 0.2 : line.top < codeTop) &&
      isCapitals(line.text) &&
      !STOP.test(foldText(line.text)),
  )
  const last = names.at(-1)
  if (last === undefined) return nothing
  const above = names.at(-2)
  // A name that goes on over two lines begins below with what no name of a body begins with.
  const isContinued = above !== undefined && !BODIES.test(foldText(last.text))
  const parts = isContinued ? [above, last] : [last]
  return {
    value: inSentence(parts.map((line) => line.text).join(' ')),
    confidence: Math.min(...parts.map((line) => line.confidence)) * (codeTop === undefined ? 0.6 : 0.95),
  }
}

/** How names of bodies begin. */
const BODIES =
  /^(?:so|bo|uy ban|hoi dong|van phong|thanh tra|cuc|chi cuc|tong cuc|vu|ban|toa an|vien|hoi|lien|truong|benh vien|trung tam|cong an|kho bac|ngan hang|bao hiem|dang uy|tinh uy|huyen uy|phong|cong ty|ubnd|hdnd)\b/

function readKind(
  head: readonly TextLine[],
): { readonly name: Reading<string>; readonly line: TextLine } | undefined {
  for (const line of head) {
    const kind = isCapitals(line.text) ? kindByFolded.get(foldText(line.text)) : undefined
    if (kind !== undefined) return { name: { value: kind, confidence: line.confidence }, line }
  }
  return undefined
}

const ABOUT = /^\W{0,3}(?:v\s*[/\\⁄∕|]\s*v|về\s+việc)\s*[:.]?\s*(.*)$/iu

/** Box 5: behind `V/v` at the left of a công văn, else the lines below the kind until a gap. */
function readSubject(head: readonly TextLine[], kind: TextLine | undefined): Reading<string> {
  const start = head.findIndex((line) =>
    kind === undefined ? ABOUT.test(line.text) : line.top > kind.top && !STOPS_SUBJECT.test(line.text),
  )
  const first = head[start]
  if (first === undefined) return nothing
  const parts = [first]
  for (const line of head.slice(start + 1)) {
    const last = parts.at(-1) ?? first
    const isNext = line.top - last.top < 2.2 * last.height
    const isSameColumn = line.left < last.right && line.right > last.left
    if (!isNext || STOPS_SUBJECT.test(line.text)) {
      if (isSameColumn) break
      continue
    }
    if (isSameColumn) parts.push(line)
  }
  const text = parts
    .map((line) => line.text)
    .join(' ')
    .replace(ABOUT, '$1')
    .trim()
  return {
    value: text,
    confidence: Math.min(...parts.map((line) => line.confidence)) * (kind === undefined ? 1 : 0.85),
  }
}

const STOPS_SUBJECT = /^(?:kính gửi|căn cứ|thực hiện|theo|phúc đáp|điều \d|[_\-–—.\s]{3,}$)/iu

/** At least three letters, nearly all in capitals. */
function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const capitals = letters.filter((letter) => letter === letter.toLocaleUpperCase('vi'))
  return letters.length >= 3 && capitals.length / letters.length > 0.9
}

/** Words that keep a capital within the name of a body. */
const inSentence = (capitals: string): string => {
  const lower = capitals
    .toLocaleLowerCase('vi')
    .replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase('vi'))
  return lower
    .replace(/^(Sở|Bộ|Cục|Vụ|Ban|Hội|Viện|Phòng|Trường) (\p{L})/u, (_, kind: string, letter: string) => {
      return `${kind} ${letter.toLocaleUpperCase('vi')}`
    })
    .replace(
      /(tỉnh|thành phố|huyện|quận|xã|phường|thị trấn) (.+)$/u,
      (_, unit: string, name: string) =>
        `${unit} ${name.replaceAll(/(^|\s)\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'))}`,
    )
}
