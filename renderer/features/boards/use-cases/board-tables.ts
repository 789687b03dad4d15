import { figureIds, timedSteps, type Board, type FigureId } from '#shared/domain/boards/figures.ts'
import { waitingSteps } from '#shared/domain/boards/waiting.ts'
import { spreadOf, type Spread } from '#shared/domain/boards/spread.ts'
import type { BoardFact } from '#shared/domain/boards/facts.ts'
import type { OpenRecord } from '#shared/domain/boards/open-data.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import type { SheetTable } from '#shared/spreadsheet/table.ts'
import type { OfficeReader } from '../../../database/office-reader.ts'
import type { Translate } from '../../../i18n/messages.ts'
import { figureKey } from '../components/figure-words.ts'
import { facesOf } from '../../../database/fact-faces.ts'

const spreadsOf = (board: Board): ReadonlyMap<FigureId, Spread | null> =>
  new Map<FigureId, Spread | null>([
    ...timedSteps.map((step) => [`time.${step}`, spreadOf(board.minutes.get(step) ?? [])] as const),
    ...waitingSteps.map((step) => [`waiting.${step}`, spreadOf(board.waited.get(step) ?? [])] as const),
  ])

/** All figures, with median and p90 in office minutes where time is measured. */
export function figuresTable(board: Board, t: Translate): SheetTable {
  const spreads = spreadsOf(board)
  return {
    name: t('boards.export.figures'),
    columns: [
      { heading: t('boards.export.figure'), widthChars: 48 },
      { heading: t('boards.export.count'), widthChars: 12 },
      { heading: t('boards.export.median'), widthChars: 22 },
      { heading: t('boards.export.p90'), widthChars: 22 },
    ],
    rows: figureIds.map((figure) => {
      const spread = spreads.get(figure) ?? null
      const count = board.behind.get(figure)?.length ?? 0
      return [nameOf(figure, t), count, spread?.median ?? null, spread?.p90 ?? null]
    }),
  }
}

/** Which tile a figure belongs to, and its name. */
const nameOf = (figure: FigureId, t: Translate): string => {
  const [group] = figure.split('.')
  return group === 'tasks' ? `${t('boards.tile.tasks')}: ${t(figureKey(figure))}` : t(figureKey(figure))
}

/** Every line of a list, whatever its length. */
export async function listTable(
  office: OfficeReader,
  figure: FigureId,
  facts: readonly BoardFact[],
  nameOfPost: (post: string | null) => string,
  t: Translate,
): Promise<SheetTable> {
  const faces = new Map((await facesOf(office, facts)).map((face) => [face.id, face]))
  const rows = facts.map((fact) => {
    const face = faces.get(fact.id)
    const from = face === undefined || face.from !== '' ? (face?.from ?? '') : nameOfPost(face.post)
    return [
      from,
      face?.number ?? '',
      face?.subject ?? '',
      { date: localDateOf(fact.since) },
      fact.what === 'task' && fact.deadline !== undefined ? { date: fact.deadline } : null,
      fact.until.startsWith('9999') ? null : { date: fact.until },
    ]
  })
  return {
    name: nameOf(figure, t),
    columns: [
      { heading: t('boards.export.who'), widthChars: 34 },
      { heading: t('boards.export.code'), widthChars: 20 },
      { heading: t('boards.export.subject'), widthChars: 60 },
      { heading: t('boards.export.since'), widthChars: 14 },
      { heading: t('boards.export.deadline'), widthChars: 14 },
      { heading: t('boards.export.until'), widthChars: 14 },
    ],
    rows,
  }
}

/** Number, date, kind, subject, agency: nothing else. */
export const openDataTable = (records: readonly OpenRecord[], t: Translate): SheetTable => ({
  name: t('boards.openData.title'),
  columns: [
    { heading: t('boards.export.code'), widthChars: 20 },
    { heading: t('boards.export.date'), widthChars: 14 },
    { heading: t('boards.export.kind'), widthChars: 14 },
    { heading: t('boards.export.subject'), widthChars: 60 },
    { heading: t('boards.export.agency'), widthChars: 34 },
  ],
  rows: records.map(({ code, date, kind, subject, agency }) => [code, { date }, kind, subject, agency]),
})
