import { strToU8 } from 'fflate'
import type { Refusal } from '#shared/domain/decision.ts'
import type { ImportPlan } from '#shared/domain/registers/former/import-plan.ts'
import { reportText, type ImportReport } from '#shared/domain/registers/former/import-report.ts'
import { importActs } from '#shared/domain/registers/former/run-order.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { NativeApi } from '../../../native/native-api.ts'
import type { Desk } from '../../../sync/desk-api.ts'

interface Import {
  readonly plan: ImportPlan
  readonly name: string
  /** This year's book, when its register was kept elsewhere before; null for a former year. */
  readonly book: string | null
  readonly report: ImportReport
}

/**
 * Imports what was previewed, act by act. Every act is in the outbox when the next one begins; broken off anywhere, the same import done again
 * goes on. Answers the refusal at which it stopped.
 */
export async function runImport(
  desk: Pick<Desk, 'act'>,
  native: Pick<NativeApi, 'invoke'>,
  { plan, name, book, report }: Import,
  onEntered: (lines: number) => void,
): Promise<Result<number, Refusal>> {
  const kept = await native.invoke('blobs.put', {
    bytes: strToU8(reportText(report)),
    mediaType: 'application/json',
  })
  let entered = 0
  for (const act of importActs(plan, { name, book, report: kept })) {
    const done = await desk.act(act.aggregate, act.type, act.payload)
    if (!done.ok) return done
    entered = act.entered
    onEntered(entered)
  }
  return ok(entered)
}
