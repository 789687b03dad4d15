import { codeOfLetter, type Letter } from '#shared/domain/correspondence/letter.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { kindFacts } from '#shared/domain/documents/kinds.ts'
import { readinessOf } from '#shared/domain/documents/readiness.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { fill } from '../../../workplace/official-words.ts'
import words from './cover-note-words.json'

interface CoverFacts {
  /** The letter the document answers, where it is known here. */
  readonly answers: Letter | null
  /** Dates as official papers write them. */
  readonly date: (date: LocalDate) => string
}

/** What a cover note (phiếu trình) says of a document by itself, one fact a line; the text is official, so it is Vietnamese. */
export function coverNote(document: OfficialDocument, { answers, date }: CoverFacts): string {
  const { kind, fields, attachments } = document
  const ready = readinessOf(document)
  const lines: readonly (readonly [boolean, string, Readonly<Record<string, string>>])[] = [
    [true, words.content, { kind: kindFacts[kind].name, subject: fields.subject }],
    [
      answers !== null,
      words.answers,
      {
        cited: answers === null ? '' : `${codeOfLetter(answers.content)} của ${answers.content.from.name}`,
      },
    ],
    [fields.dueDate !== null, words.due, { date: fields.dueDate === null ? '' : date(fields.dueDate) }],
    [attachments.length > 0, words.attached, { names: attachments.map((one) => one.name).join('; ') }],
    [
      true,
      words.form,
      { passed: String(ready.filter((one) => one.holds).length), total: String(ready.length) },
    ],
    [true, words.proposal, { signer: fields.signerName }],
  ]
  return lines.flatMap(([isSaid, text, values]) => (isSaid ? [fill(text, values)] : [])).join('\n')
}
