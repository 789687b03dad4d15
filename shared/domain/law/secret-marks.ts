import { foldText } from '../../kernel/text-folding.ts'

/** Levels of state secrets as stamped in box 10a (Decree 30 Annex I III.2a), most secret first. */
export const secretMarks = ['TUYỆT MẬT', 'TỐI MẬT', 'MẬT'] as const
export type SecretMark = (typeof secretMarks)[number]

/** Frames that scanners and recognition leave around a stamp. */
const FRAME = /^[\s|[\](){}<>_.,:;*·•"'“”‘’—–-]+|[\s|[\](){}<>_.,:;*·•"'“”‘’—–-]+$/gu

/**
 * The secrecy mark among pieces of text of a page: one of the three, in capitals, standing alone in its piece. Words that only contain it
 * (“bảo mật”, “MẬT ĐỘ”) are none. What bears one may be neither drafted nor kept on a networked machine (Law 117/2025 on state secrets Art 5.2).
 */
export function secretMarkIn(pieces: readonly string[]): SecretMark | undefined {
  const found = new Set<SecretMark>()
  for (const piece of pieces) {
    const plain = piece.normalize('NFC').replaceAll(FRAME, '').replaceAll(/\s+/g, ' ')
    if (plain !== plain.toLocaleUpperCase('vi')) continue
    // Recognition errs in accents: two words are told by their letters, the one alone (“MẶT”, “MẮT”) only as it is written.
    const mark = secretMarks.find((one) =>
      one === 'MẬT' ? plain === one : foldText(plain) === foldText(one),
    )
    if (mark !== undefined) found.add(mark)
  }
  return secretMarks.find((mark) => found.has(mark))
}

/** Every line of text anywhere in a value, such as all that a command says: each is a piece that may bear a mark. */
export function linesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split('\n')
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(linesIn) : []
}
