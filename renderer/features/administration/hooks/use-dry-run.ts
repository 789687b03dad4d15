import { useMemo } from 'react'
import { addDays } from '#shared/domain/calendar/days.ts'
import { dryRun, type DryRun, type PastDocument } from '#shared/domain/configuration/dry-run.ts'
import type { AgencySettings } from '#shared/domain/configuration/settings.ts'
import { codeOf } from '#shared/domain/format/boxes.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import { useOutgoing } from '../../../database/use-live.ts'
import type { OutgoingRow } from '../../../projections/outgoing.ts'
import { useToday } from '../../../workplace/today.ts'
import { usePostLook } from './use-settings-refusal.ts'

/** A past document as a dry run lists it. */
export interface PastLine extends PastDocument {
  readonly code: string
  readonly subject: string
}

/** The dry run, and whether it is of the last 90 days or, where nothing was issued in them, of all that this desk knows. */
export interface DryRunHere extends DryRun<PastLine> {
  readonly count: number
  readonly isRecent: boolean
}

const RECENT_DAYS = 90
const MOST = { limit: 2000 }

/** What settings would have made of the documents issued lately, as far as this desk sees them; undefined while they are read. */
export function useDryRun(settings: Pick<AgencySettings, 'flows'>): DryRunHere | undefined {
  const today = useToday()
  const look = usePostLook()
  const issued = useOutgoing('issued', MOST)
  return useMemo(() => {
    if (issued === undefined || look === undefined) return undefined
    const since = addDays(today, -RECENT_DAYS)
    const recent = issued.filter(({ issuedAt }) => issuedAt !== null && localDateOf(issuedAt) >= since)
    const isRecent = recent.length > 0
    const past = (isRecent ? recent : issued).flatMap(pastLine)
    return { ...dryRun(settings, past, look), count: past.length, isRecent }
  }, [issued, look, today, settings])
}

function pastLine(row: OutgoingRow): readonly PastLine[] {
  const { id, kind, unit, drafter, reviewer, checker, signer, number, symbol, subject } = row
  if (reviewer === null || signer === null) return []
  const route = { reviewer, ...(checker === null ? {} : { checker }), signer }
  const code = number === null ? `/${symbol}` : codeOf(number.number, symbol)
  return [{ id, kind, unit, drafter, route, code, subject }]
}
