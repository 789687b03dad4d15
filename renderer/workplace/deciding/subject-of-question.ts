/** Subjects of official documents are short: a long question stands whole in the text. */
const MOST_LETTERS = 160

/** A question as it stands behind `về việc`, cut short; an abbreviation at its head stays in capitals. */
export function subjectOfQuestion(question: string): string {
  const short = question.trim().replace(/\?$/, '').split('\n')[0]?.slice(0, MOST_LETTERS) ?? ''
  return /^\p{Lu}\p{Lu}/u.test(short) ? short : short.charAt(0).toLocaleLowerCase('vi') + short.slice(1)
}
