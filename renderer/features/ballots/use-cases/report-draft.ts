import type { OfficialBody } from '#shared/domain/format/body.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import type { Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import type { Formats } from '../../../i18n/formats.ts'
import type { SlipRow } from '../../../projections/ballots.ts'
import { subjectOfQuestion } from '../../../workplace/deciding/subject-of-question.ts'
import { fill, paragraph, table } from '../../../workplace/official-words.ts'
import { standingOf } from '../components/ballot-words.ts'
import words from './report-words.json'

interface ReportDraft {
  readonly subject: string
  readonly body: OfficialBody
}

/** The report on a ballot before it is a document: what was asked, what it came to, and what each member said. The text is official, so it is Vietnamese. */
export function reportDraft(
  ballot: Ballot,
  slips: readonly SlipRow[],
  people: readonly Post[],
  formats: Pick<Formats, 'date' | 'number'>,
): ReportDraft {
  const { question, members, sentAt, due, result } = ballot
  const nameOf = (post: string): string => people.find(({ id }) => id === post)?.name ?? ''
  const { yes = 0, no = 0, other = 0, deemed = 0 } = result?.tally ?? {}
  const counts = Object.fromEntries(
    Object.entries({ yes, no, other, deemed }).map(([name, count]) => [name, formats.number(count)]),
  )
  const rows = members.map((member) => {
    const slip = slips.find((one) => one.member === member)
    const standing = slip === undefined ? 'waiting' : standingOf(slip)
    return [nameOf(member), words.standings[standing], slip?.answer?.reasons ?? '']
  })
  return {
    subject: fill(words.subject, { question: subjectOfQuestion(question) }),
    body: {
      type: 'doc',
      content: [
        paragraph(
          fill(words.opening, {
            sent: sentAt === null ? '' : formats.date(localDateOf(sentAt)),
            chair: nameOf(ballot.chair),
            members: formats.number(members.length),
            question,
          }),
        ),
        paragraph(fill(words.deadline, { due: due === null ? '' : formats.date(due) })),
        paragraph(fill(words.result, counts)),
        ...(result === null ? [] : [paragraph(words[result.outcome])]),
        paragraph(words.opinions),
        table([words.columns, ...rows]),
        paragraph(words.proposal),
      ],
    },
  }
}
