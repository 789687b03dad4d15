import { codeOfLetter, type Letter } from '#shared/domain/correspondence/letter.ts'

/** How a letter is named: by number and symbol, else by what it is about. */
export const nameOfLetter = ({ content }: Pick<Letter, 'content'>): string =>
  codeOfLetter(content) || content.subject
