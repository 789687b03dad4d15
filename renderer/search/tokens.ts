/** Marks of tone, as the letters that Telex writes them with. */
const TONES: Readonly<Record<string, string>> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0303': 'x',
  '\u0309': 'r',
  '\u0323': 'j',
}
const CIRCUMFLEX = '\u0302'
/** Breve and horn. */
const HOOKED: ReadonlySet<string> = new Set(['\u0306', '\u031b'])

const WORD = /[\p{L}\p{M}]+|\p{N}+/gu
const LEADING_ZEROS = /^0+(?=\d)/

/** A word of a text in the two ways it is found by. */
export interface Token {
  /** Without marks: `Quyết` → `quyet`; `Đ` → `d`; numbers without leading zeros. */
  readonly folded: string
  /** With its marks in one spelling, as Telex types them, the tone last: `Quyết` → `quyeets`, `hòa` = `hoà` → `hoaf`. */
  readonly marked: string
  /** Where it stands in the text, by UTF-16 units. */
  readonly from: number
  readonly to: number
}

/** Vietnamese has few syllables, so most words of a text were met before. */
const known = new Map<string, Pick<Token, 'folded' | 'marked'>>()
const MOST_KNOWN = 20_000

/** The words of a text; letters and digits part, so that `125QĐ` is two. */
export function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => {
    const { folded, marked } = formsOf(word)
    return { folded, marked, from: index, to: index + word.length }
  })
}

function formsOf(word: string): Pick<Token, 'folded' | 'marked'> {
  const before = known.get(word)
  if (before !== undefined) return before
  const forms = findForms(word)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(word, forms)
  return forms
}

function findForms(word: string): Pick<Token, 'folded' | 'marked'> {
  let folded = ''
  let marked = ''
  let tone = ''
  for (const letter of word.toLowerCase().normalize('NFD')) {
    const last = folded.at(-1) ?? ''
    if (letter === 'đ') {
      folded += 'd'
      marked += 'dd'
    } else if (letter === CIRCUMFLEX) marked += last
    else if (HOOKED.has(letter)) marked += 'w'
    else if (letter in TONES) tone = TONES[letter] ?? ''
    else if (!/\p{M}/u.test(letter)) {
      folded += letter
      marked += letter
    }
  }
  const plain = folded.replace(LEADING_ZEROS, '')
  return plain === folded
    ? { folded, marked: marked.replace('uwow', 'uow') + tone }
    : { folded: plain, marked: plain }
}

/** The words of a text without marks, as the index keeps them. */
export const foldedWords = (text: string): string =>
  tokensOf(text)
    .map((token) => token.folded)
    .join(' ')
