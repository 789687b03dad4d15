import { localDateOf, type Instant, type LocalDate } from '#shared/kernel/instant.ts'
import type { Projection, ProjectedRow } from './projection.ts'

/** A number of a register book and what became of it. */
export type RegisterRow =
  | {
      readonly what: 'assigned'
      readonly book: string
      readonly number: number
      readonly date: LocalDate
      /** Id of the document or letter. */
      readonly subject: string
    }
  | {
      readonly what: 'voided'
      readonly book: string
      readonly number: number
      readonly reason: string
      readonly at: Instant
      readonly by: string
    }

/** Numbers of every book in order; what they were given to is read beside. */
export const register: Projection = {
  table: 'register',
  rowsOf(of) {
    if (of.kind !== 'book') return []
    const book = of.state.id
    const assigned = of.state.pages
      .flat()
      .map(({ number, date, subject }) =>
        row({ what: 'assigned', book, number, date, subject }, date, subject),
      )
    const voided = of.state.voided.map(({ number, reason, at, by }) =>
      row({ what: 'voided', book, number, reason, at, by: by.post }, localDateOf(at), ''),
    )
    return [...assigned, ...voided]
  },
}

const row = (content: RegisterRow, date: LocalDate, subject: string): ProjectedRow => ({
  id: `${content.book}/${content.number}`,
  index: { book: content.book, number: content.number, date, subject },
  content,
  counts: [],
})
