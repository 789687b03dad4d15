import { outsider, type Outsider } from './meeting.ts'

/**
 * People from outside as they are typed, a line for each: `Nguyễn Văn An, Trường Cao đẳng, an@truong.example`. The address is what has an
 * `@`, the name comes first, the rest is where they are from.
 */
export function outsidersFromLines(text: string): readonly Outsider[] {
  return text.split('\n').flatMap((line): readonly Outsider[] => {
    const parts = line
      .split(/[,;<>\t]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    const read = outsider.shape.address.safeParse(
      parts.find((part) => part.includes('@'))?.toLowerCase() ?? null,
    )
    const address = read.success ? read.data : null
    const [name, ...from] = parts.filter((part) => address === null || part.toLowerCase() !== address)
    return name === undefined
      ? []
      : [{ name: name.slice(0, 500), agency: from.join(', ').slice(0, 500), address }]
  })
}

/** The people as they would be typed. */
export function linesOfOutsiders(outsiders: readonly Outsider[]): string {
  return outsiders
    .map(({ name, agency, address }) =>
      [name, agency, address ?? ''].filter((part) => part !== '').join(', '),
    )
    .join('\n')
}
