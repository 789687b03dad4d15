import type { Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import type { SlipAnswer } from '#shared/domain/meetings/ballot/slip.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import type { CellValue, SheetTable } from '#shared/spreadsheet/table.ts'
import type { Translate } from '../../../i18n/messages.ts'
import type { SlipRow } from '../../../projections/ballots.ts'
import { standingOf } from '../components/ballot-words.ts'

const columns = ['number', 'name', 'title', 'answer', 'reasons', 'date', 'inTime', 'signature'] as const
const widths: Readonly<Record<(typeof columns)[number], number>> = {
  number: 5,
  name: 26,
  title: 30,
  answer: 28,
  reasons: 60,
  date: 14,
  inTime: 16,
  signature: 24,
}

/** The summary of opinions (bảng tổng hợp ý kiến): a line for each member, who said nothing told apart from who agreed. */
export function summaryTable(
  t: Translate,
  { members }: Ballot,
  slips: readonly SlipRow[],
  people: readonly Post[],
): SheetTable {
  const rows = members.map((member, index): readonly CellValue[] => {
    const post = people.find(({ id }) => id === member)
    const slip = slips.find((one) => one.member === member)
    const answer = slip?.answer ?? null
    const standing = slip === undefined ? 'waiting' : standingOf(slip)
    const late = answer?.isLate === true ? ` (${t(`meetings.vote.choices.${answer.choice}`)})` : ''
    return [
      index + 1,
      post?.name ?? '',
      post?.title ?? '',
      `${t(`ballots.standing.${standing}`)}${late}`,
      answer?.reasons ?? '',
      answer === null ? null : { date: localDateOf(answer.at) },
      answer === null ? '' : t(`ballots.table.${timingOf(answer)}`),
      answer === null ? '' : t(`ballots.table.signature.${answer.check?.verdict ?? 'waiting'}`),
    ]
  })
  return {
    name: t('ballots.table.name'),
    columns: columns.map((id) => ({ heading: t(`ballots.table.columns.${id}`), widthChars: widths[id] })),
    rows,
  }
}

function timingOf({ isLate, isProven }: SlipAnswer): 'late' | 'proven' | 'onTime' {
  if (isLate) return 'late'
  return isProven === true ? 'proven' : 'onTime'
}
