import type { LocalDate } from '#shared/kernel/instant.ts'
import type { CaseFile, ItemSource } from '#shared/domain/records/case-file.ts'
import { keptUntil, submitBy } from '#shared/domain/records/retention.ts'
import type { KnownState } from './states.ts'
import type { Projection, ShownFacts } from './projection.ts'

/** A work file as lists show it. */
export interface FileRow
  extends
    ShownFacts,
    Pick<
      CaseFile,
      | 'id'
      | 'year'
      | 'notation'
      | 'title'
      | 'retention'
      | 'isPlanned'
      | 'status'
      | 'creator'
      | 'startedOn'
      | 'endedOn'
      | 'returned'
      | 'submission'
    > {
  readonly itemCount: number
  readonly sources: readonly ItemSource[]
  /** Letters that documents in it answer. */
  readonly answered: readonly string[]
  /** What suggestions compare with: authors and subjects of what lies in it. */
  readonly authors: readonly string[]
  readonly subjects: readonly string[]
  /** Last day to submit in time; null while it is open. */
  readonly submitBy: LocalDate | null
  /** Null: kept for ever, or not closed yet. */
  readonly keptUntil: LocalDate | null
}

/** Work files of those who may see them. */
export const files: Projection = {
  table: 'files',
  rowsOf(of, facts) {
    if (of.kind !== 'case-file') return []
    const { items, ...state } = of.state
    const { endedOn } = state
    const content: FileRow = {
      ...facts,
      id: state.id,
      year: state.year,
      notation: state.notation,
      title: state.title,
      retention: state.retention,
      isPlanned: state.isPlanned,
      status: state.status,
      creator: state.creator,
      startedOn: state.startedOn,
      endedOn,
      returned: state.returned,
      submission: state.submission,
      itemCount: items.length,
      sources: items.map((one) => one.source),
      answered: items.flatMap((one) => (one.answers === null ? [] : [one.answers])),
      authors: [...new Set(items.map((one) => one.author))],
      subjects: items.map((one) => one.subject),
      submitBy: endedOn === null ? null : submitBy(endedOn),
      keptUntil: endedOn === null ? null : keptUntil(endedOn, state.retention),
    }
    return [{ id: state.id, index: { state: state.status, creator: state.creator }, content, counts: [] }]
  },
}

const kinds = ['file-plan', 'submission', 'disposal', 'handover'] as const
export type RecordAct = (typeof kinds)[number]
const isRecordAct = (of: KnownState): of is Extract<KnownState, { kind: RecordAct }> =>
  kinds.some((kind) => kind === of.kind)

/** Plans, submissions, disposals and handovers whole, by kind: there are few. */
export const recordActs: Projection = {
  table: 'recordActs',
  rowsOf: (of) =>
    isRecordAct(of)
      ? [{ id: `${of.kind}/${of.state.id}`, index: { kind: of.kind }, content: of.state, counts: [] }]
      : [],
}
