import { useMemo } from 'react'
import {
  previewOf,
  type Candidate,
  type ConfigurationPreview,
  type PreviewSubjects,
} from '#shared/domain/configuration/preview.ts'
import { partsOf } from '#shared/kernel/instant.ts'
import { useAsRecorded, useIncoming, useIssueDesk, useTasks } from '../../../database/use-live.ts'
import type { IncomingRow } from '../../../projections/incoming.ts'
import type { OutgoingRow } from '../../../projections/outgoing.ts'
import { useConfigured } from '../../../workplace/configuration/use-configured.ts'
import { useNow, useToday } from '../../../workplace/today.ts'

/** What a candidate would change, counted over what this desk may see; undefined while that is read. */
export function usePreview(candidate: Candidate | undefined): ConfigurationPreview | undefined {
  const of = useConfigured()
  const today = useToday()
  const now = useNow()
  const recorded = useAsRecorded()
  const subjects = useSubjects()
  return useMemo(() => {
    if (candidate === undefined || recorded === undefined || subjects === undefined) return undefined
    const { units, abbreviation } = recorded
    return previewOf(of, candidate, subjects, { agency: { abbreviation }, units, now, today })
  }, [of, candidate, recorded, subjects, now, today])
}

/** Open work, owed acts and books of this year. An administrator's desk has none of them (E9). */
function useSubjects(): PreviewSubjects | undefined {
  const { year } = partsOf(useToday())
  const recorded = useAsRecorded()
  const tasks = useTasks('open')
  const toAccept = useIncoming('toAccept')
  const toRegister = useIncoming('toRegister')
  const toPresent = useIncoming('toDirect')
  const issueDesk = useIssueDesk()
  return useMemo(() => {
    if (!recorded || !tasks || !toAccept || !toRegister || !toPresent || !issueDesk) return undefined
    return {
      deadlines: tasks.flatMap(({ deadline, urgency }) => (deadline === null ? [] : [{ deadline, urgency }])),
      owed: [
        ...[...toAccept, ...toRegister, ...toPresent].flatMap(owedOfLetter),
        ...issueDesk.flatMap(owedOfDocument),
      ],
      books: recorded.books.filter((book) => book.year === year),
    }
  }, [recorded, tasks, toAccept, toRegister, toPresent, issueDesk, year])
}

type Owed = PreviewSubjects['owed']

function owedOfLetter(row: IncomingRow): Owed {
  if (row.what !== 'letter' || row.status === 'presented') return []
  const act = row.status === 'registered' ? ('present' as const) : ('register' as const)
  return [{ act, since: row.arrivedAt, urgency: row.urgency }]
}

function owedOfDocument({ status, changedAt: since, urgency }: OutgoingRow): Owed {
  return status === 'signed' ? (['number', 'send'] as const).map((act) => ({ act, since, urgency })) : []
}
