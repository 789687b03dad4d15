import { z } from 'zod'
import type { ActorRef } from '../decision.ts'
import type { Instant } from '../../kernel/instant.ts'
import { retention } from './retention.ts'

/** Number and symbol of a file: a running number from 01, a dot, the abbreviation of the large heading (`01.TCCB`, Decree 30 Annex V). */
export const notation = z.string().regex(/^\d{2,4}\.[\p{Lu}\d]{1,12}$/u)

/** A file that the plan expects. */
export const planEntry = z.strictObject({
  notation,
  title: z.string().min(1).max(500),
  retention,
  /** Post that makes the file (người lập hồ sơ). */
  creator: z.string().min(1).max(64),
  note: z.string().max(500),
})
export type PlanEntry = z.infer<typeof planEntry>

/** A large heading (đề mục lớn), by organisation or field of activity. */
export const planHeading = z.strictObject({
  title: z.string().min(1).max(500),
  abbreviation: z.string().regex(/^[\p{Lu}\d]{1,12}$/u),
  entries: z.array(planEntry).max(500),
})
export type PlanHeading = z.infer<typeof planHeading>

/** A version of the plan as the leader approved it. */
interface ApprovedPlan {
  readonly version: number
  readonly headings: readonly PlanHeading[]
  readonly at: Instant
  readonly by: ActorRef
}

/** The file plan of a year (danh mục hồ sơ, Decree 30 Art 28): what files the agency will make, who makes them, how long each is kept. */
export interface FilePlan {
  readonly id: string
  readonly year: number
  /** What is being worked on; null when nothing is changed against `approved`. */
  readonly draft: {
    readonly version: number
    readonly headings: readonly PlanHeading[]
    readonly by: ActorRef
    readonly at: Instant
    /** Post asked to approve it; null while it is still being drafted. */
    readonly approver: string | null
    readonly returned: string
  } | null
  readonly approved: ApprovedPlan | null
  /** Versions that a later one replaced, oldest first. */
  readonly earlier: readonly ApprovedPlan[]
}

/** Id of the plan of a year. */
export const filePlanId = (year: number): string => `plan-${String(year)}`

/** Every file of the plan in force, with its heading. */
export function entriesOf(
  headings: readonly PlanHeading[],
): readonly { readonly heading: PlanHeading; readonly entry: PlanEntry }[] {
  return headings.flatMap((heading) => heading.entries.map((entry) => ({ heading, entry })))
}

/** The file of that number in the plan in force. */
export const plannedFile = (plan: FilePlan | undefined, wanted: string): PlanEntry | undefined =>
  entriesOf(plan?.approved?.headings ?? []).find(({ entry }) => entry.notation === wanted)?.entry

/**
 * The first file whose number is not the next one. Numbers run from 01 over the whole list or within each large heading, and the symbol
 * is that of the heading (Decree 30 Annex V).
 */
export function misnumbered(headings: readonly PlanHeading[]): string | undefined {
  const all = entriesOf(headings)
  const wrongSymbol = all.find(({ heading, entry }) => symbolOf(entry.notation) !== heading.abbreviation)
  if (wrongSymbol !== undefined) return wrongSymbol.entry.notation
  const wholeList = firstGap(all.map(({ entry }) => entry.notation))
  if (wholeList === undefined) return undefined
  return headings.map((heading) => firstGap(heading.entries.map((entry) => entry.notation))).find(Boolean)
}

const symbolOf = (of: string): string => of.slice(of.indexOf('.') + 1)
const firstGap = (notations: readonly string[]): string | undefined =>
  notations.find((one, index) => Number.parseInt(one, 10) !== index + 1)
