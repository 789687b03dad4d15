/** One line of progress. */
export function say(text: string): void {
  console.log(`congso: ${text}`)
}

/** Why it cannot go on, and what to do. */
export function explain(...lines: string[]): void {
  for (const line of lines) console.error(`congso: ${line}`)
}
