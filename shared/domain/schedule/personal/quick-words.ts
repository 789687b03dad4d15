/** A line of words from which what was understood is taken out bit by bit; searched without accents, and what is left keeps them. */
export class QuickWords {
  readonly #letters: string[]
  readonly #folded: string[]

  constructor(line: string) {
    const text = line
      .normalize('NFC')
      .replaceAll(/[\s\u0001]+/g, ' ')
      .trim()
    this.#letters = text.split('')
    this.#folded = foldedLetters(text)
  }

  /** Takes out the first place where the pattern is found, as words of their own; `may` is given them as they were written. */
  take(
    pattern: RegExp,
    may: (written: string, isFirst: boolean) => boolean = () => true,
  ): RegExpExecArray | undefined {
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern.source})(?![\\p{L}\\p{N}])`, 'gu')
    for (const match of this.#folded.join('').matchAll(whole)) {
      const end = match.index + match[0].length
      if (!may(this.#letters.slice(match.index, end).join(''), match.index === 0)) continue
      this.#blank(match.index, end)
      return match
    }
    return undefined
  }

  /** Takes out what stands behind these words, up to what was taken out before; as it was written. */
  takeBehind(pattern: RegExp): string | undefined {
    const source = `(?<![\\p{L}\\p{N}])(?:${pattern.source})(?![\\p{L}\\p{N}])\\s*([^${TAKEN}]+)`
    const found = new RegExp(source, 'u').exec(this.#folded.join(''))
    if (found === null) return undefined
    const end = found.index + found[0].length
    const written = this.#letters.slice(end - (found[1] ?? '').length, end).join('')
    this.#blank(found.index, end)
    return tidy(written)
  }

  /** What nobody took, as it was written. */
  get rest(): string {
    return tidy(this.#letters.join('').replaceAll(TAKEN, ' '))
  }

  #blank(from: number, end: number): void {
    this.#letters.fill(TAKEN, from, end)
    this.#folded.fill(TAKEN, from, end)
  }
}

/** How words that are looked for are written with accents. */
const SPELLED: Readonly<Record<string, readonly string[]>> = {
  sang: ['sáng'],
  trua: ['trưa'],
  chieu: ['chiều'],
  toi: ['tối', 'tới'],
  buoi: ['buổi'],
  mai: ['mai'],
  nay: ['nay'],
  kia: ['kia'],
  hom: ['hôm'],
  tai: ['tại'],
  o: ['ở'],
  tu: ['từ', 'tư'],
  den: ['đến'],
  luc: ['lúc'],
  vao: ['vào'],
  gio: ['giờ'],
  ruoi: ['rưỡi'],
  phut: ['phút'],
  tieng: ['tiếng'],
  ngay: ['ngày'],
  tuan: ['tuần'],
  thang: ['tháng'],
  nam: ['năm'],
  thu: ['thứ'],
  hai: ['hai'],
  ba: ['ba'],
  sau: ['sáu', 'sau'],
  bay: ['bảy', 'bẩy'],
  moi: ['mỗi'],
  hang: ['hằng', 'hàng'],
  cac: ['các'],
  ca: ['cả'],
  nhac: ['nhắc'],
  lan: ['lần'],
}

/** No text of a line holds it: control characters are not typed. */
const TAKEN = '\u0001'
const EDGES = /^[\s,;:.–-]+|[\s,;:–-]+$/gu

function tidy(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,;.])/g, '$1')
    .replaceAll(EDGES, '')
}

/**
 * One letter for one letter, so that places in both texts are the same. In a line with accents a word is only what it is written as (`tôi` is no evening,
 * `sang` no morning): another one that is folded alike stays large, where nothing is looked for.
 */
function foldedLetters(text: string): string[] {
  const isAccented = fold(text) !== text.toLowerCase()
  const until = text.replaceAll(/(?<!\p{L})tới(?!\p{L})/giu, 'đến')
  const told = until.replaceAll(/\p{L}+/gu, (word) => {
    const folded = fold(word)
    const isOther = isAccented && SPELLED[folded]?.includes(word.toLowerCase()) === false
    return isOther ? folded.toUpperCase() : folded
  })
  return told.split('')
}

const fold = (text: string): string => Array.from(text, foldLetter).join('')

function foldLetter(letter: string): string {
  const base = letter.normalize('NFD').slice(0, letter.length)
  const lower = base.toLowerCase()
  return lower === 'đ' ? 'd' : lower.length === letter.length ? lower : letter
}
