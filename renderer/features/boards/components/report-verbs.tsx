import { useMemo } from 'react'
import type { Board } from '#shared/domain/boards/figures.ts'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import type { PeriodReport } from '../use-cases/report-body.ts'

interface ReportVerbsProps {
  readonly board: Board
  readonly reportOf: (board: Board) => PeriodReport
  readonly onDraft: (report: PeriodReport) => void
  readonly onSubmit: (report: PeriodReport) => void
}

/** What becomes of the figures on screen: a report that is submitted as it is, or a draft to write on. */
export function ReportVerbs({ board, reportOf, onDraft, onSubmit }: ReportVerbsProps) {
  const verbs = useVerbs(
    useMemo(
      () => [
        verb('boards.submitReport', 'boards.submitReport', () => onSubmit(reportOf(board)), {
          icon: 'send',
          shortcut: 'Control+Enter',
        }),
        verb('boards.draftReport', 'boards.draftReport', () => onDraft(reportOf(board)), {
          icon: 'pencil',
          shortcut: 'KeyD',
        }),
      ],
      [board, reportOf, onDraft, onSubmit],
    ),
  )
  return <VerbBar verbs={verbs} isInline />
}
