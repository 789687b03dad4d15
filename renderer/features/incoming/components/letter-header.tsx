import type { ReactNode } from 'react'
import { codeOfLetter, verdictOf, type Letter } from '#shared/domain/correspondence/letter.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { deadlineView, stampOf } from '../../../ui/deadline-view.ts'
import { DocumentHeader, ReadingHeader, type DocumentHeaderView } from '../../../ui/document-header.tsx'
import { useToday } from '../../../workplace/today.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'

interface LetterHeaderProps {
  readonly letter: Letter
  /** Opened over the whole place: the verbs stand beside the subject. */
  readonly isWide: boolean
  readonly verbs: ReactNode
}

/** Number, kind, date, issuer and signer; deadline and verdict at the right; the subject in full. */
export function LetterHeader({ letter, isWide, verbs }: LetterHeaderProps) {
  const t = useT()
  const view = useHeaderView(letter)
  const { content } = letter
  if (isWide)
    return (
      <DocumentHeader
        view={{
          ...view,
          type: t('incoming.typeFrom', { type: content.typeName, issuer: content.from.name }),
        }}
        verbs={verbs}
      />
    )
  const { name, title } = content.signer
  return (
    <ReadingHeader
      view={view}
      issuer={content.from.name}
      signer={name === '' ? undefined : t('incoming.signedBy', { name, role: inSentence(title) })}
    />
  )
}

function useHeaderView(letter: Letter): DocumentHeaderView {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const calendar = useCalendar()
  const { content } = letter
  const dueDate = letter.directive?.deadline ?? content.dueDate
  const isOver = letter.status === 'finished' || letter.status === 'refused'
  const deadline =
    letter.status === 'finished' && letter.finishedAt !== null
      ? { kind: 'done' as const, date: formats.dayMonth(letter.finishedAt) }
      : isOver
        ? undefined
        : deadlineView({ deadline: dueDate, urgency: content.urgency }, today, calendar)
  return {
    number: codeOfLetter(content),
    type: content.typeName,
    date: content.issuedOn === null ? undefined : formats.date(content.issuedOn),
    remark:
      letter.number === null
        ? undefined
        : t('incoming.arrivalNumber', { number: formats.number(letter.number.number) }),
    urgency: stampOf(content.urgency),
    subject: content.subject,
    verdict: letter.paper === 'original' ? 'paper' : verdictOf(letter),
    signatures: signatureCount(letter),
    deadline,
    due: dueDate === null || isOver ? undefined : t('states.deadline.until', { date: formats.date(dueDate) }),
  }
}

/** Titles come in capitals from the page; a line of text has them as words, `Phó Giám đốc`. */
function inSentence(title: string): string {
  if (title !== title.toLocaleUpperCase('vi')) return title
  return title
    .toLocaleLowerCase('vi')
    .replace(/^(phó )?(.)/u, (_, deputy: string | undefined, first: string) =>
      deputy === undefined ? first.toLocaleUpperCase('vi') : `Phó ${first.toLocaleUpperCase('vi')}`,
    )
}

function signatureCount(letter: Letter): number {
  return letter.files.reduce(
    (count, one) =>
      count +
      (Array.isArray(one.verdict?.report['signatures']) ? one.verdict.report['signatures'].length : 0),
    0,
  )
}
