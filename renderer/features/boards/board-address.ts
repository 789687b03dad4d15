import { z } from 'zod'
import { figureIds, type FigureId } from '#shared/domain/boards/figures.ts'
import { periodAround, periodKinds, type Period, type PeriodKind } from '#shared/domain/boards/period.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'

/** What the boards show, as it stands in their address: a period, and the figure whose list is open. */
export const boardAddress = z.object({
  kind: z.enum([...periodKinds, 'own']).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  figure: z.custom<FigureId>((value) => figureIds.some((one) => one === value)).optional(),
  unit: z.string().optional(),
  post: z.string().optional(),
})
export type BoardAddress = z.infer<typeof boardAddress>

/** The kind of period of an address; a month when it names none. */
export const kindOf = (address: BoardAddress): PeriodKind | 'own' => address.kind ?? 'month'

/** The days of an address: around its first day, or around today. */
export function periodOf(address: BoardAddress, today: LocalDate): Period {
  const kind = kindOf(address)
  if (kind !== 'own') return periodAround(kind, address.from ?? today)
  const from = address.from ?? periodAround('month', today).from
  const to = address.to ?? today
  return from <= to ? { from, to } : { from: to, to: from }
}
