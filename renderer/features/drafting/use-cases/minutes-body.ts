import { printedDate } from '#shared/domain/format/boxes.ts'
import type { BodyBlock, OfficialBody } from '#shared/domain/format/body.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { fill, paragraph } from '../../../workplace/official-words.ts'
import words from './minutes-words.json'

interface MinutesFacts {
  readonly chair: string
  readonly secretary: string
  readonly today: LocalDate
}

/** The lines of the form of minutes in their order (Decree 30 Annex III form 1.9), with who is known, and a line for what was said. */
export function minutesBody({ chair, secretary, today }: MinutesFacts): OfficialBody {
  const values: Readonly<Record<string, string>> = {
    chair,
    secretary,
    date: printedDate(today).replace(/^ngày /u, ''),
  }
  const line = (text: string): BodyBlock => paragraph(fill(text, values))
  const { start, place, attending, chair: chaired, secretary: taken, content, end } = words
  return {
    type: 'doc',
    content: [
      ...[start, place, attending, chaired, taken, content].map(line),
      { type: 'paragraph' },
      line(end),
    ],
  }
}
