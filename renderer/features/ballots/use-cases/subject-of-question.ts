/** Subjects of official documents are short: a long question stands whole in the text. */
const MOST_LETTERS = 160

/** A question as it stands behind `về việc`, cut short. */
export function subjectOfQuestion(question: string): string {
  const short = question.replace(/\?$/, '').split('\n')[0]?.slice(0, MOST_LETTERS) ?? ''
  return short.charAt(0).toLocaleLowerCase('vi') + short.slice(1)
}
