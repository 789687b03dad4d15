import type { RuleId } from '../law/rules.ts'
import { lastArticleOf } from './decision-text.ts'
import type { DocumentFields, OfficialDocument } from './document.ts'
import { kindFacts } from './kinds.ts'
import { readinessOf } from './readiness.ts'
import { recipientFindings, recipientsNotOnPage } from './recipient-guard.ts'
import { withoutRankBeforeName } from './signing-authority.ts'
import { isSymbolFormed, kindAbbreviations } from './symbol.ts'

/** How a finding can be put right without asking anybody: the fields it changes, and the words that change on the page. */
export interface Repair {
  readonly change: Partial<DocumentFields>
  readonly before: string
  readonly after: string
}

/** What the official layout still asks for; `repair` null: only a person knows what is missing. */
export interface FormFinding {
  readonly rule: RuleId
  readonly repair: Repair | null
}

/** What the form check finds, in the order of the page, each rule once (Decree 30 Art 8, Annex I). */
export function formFindings(document: OfficialDocument): readonly FormFinding[] {
  const broken = readinessOf(document).flatMap(({ rule, holds }) => (holds ? [] : [rule]))
  const rules = new Set<RuleId>([...broken, ...recipientFindings(document)])
  return [...rules].map((rule) => ({ rule, repair: repairs[rule]?.(document) ?? null }))
}

const repairs: Partial<Record<RuleId, (document: OfficialDocument) => Repair | null>> = {
  'symbol-of-named-kind': ({ fields }) => symbolRepair(fields, withoutKind(fields.symbol)),
  'symbol-kind-missing': ({ kind, fields }) =>
    symbolRepair(fields, `${kindFacts[kind].abbreviation ?? ''}-${withoutKind(fields.symbol)}`),
  'rank-before-name': ({ fields }) => {
    const signerName = withoutRankBeforeName(fields.signerName)
    return signerName === '' ? null : { change: { signerName }, before: fields.signerName, after: signerName }
  },
  'as-above-missing': ({ fields }) => receiversRepair(fields, ['Như trên', ...filled(fields.receivers)]),
  'as-article-missing': ({ fields, text }) => {
    const last = lastArticleOf(text)
    const others = filled(fields.receivers).filter(
      (line) => !/^như (?:trên|điều)/iu.test(line.normalize('NFC')),
    )
    return last === undefined ? null : receiversRepair(fields, [`Như Điều ${String(last)}`, ...others])
  },
  'archive-line-missing': ({ kind, fields }) => {
    const lines = filled(fields.receivers)
    const written = (lines.findLast(isArchiveLine) ?? '').replace(ARCHIVE_WORDS, '').trim()
    const units = written === '' && kind === 'cong-van' ? draftingUnitOf(fields.symbol) : written
    const archive = units === '' ? 'Lưu: VT' : `Lưu: VT, ${units}`
    return receiversRepair(fields, [...lines.filter((line) => !isArchiveLine(line)), archive])
  },
  'recipient-not-on-page': (document) => {
    const lines = filled(document.fields.receivers)
    const end = lines.findIndex(isArchiveLine)
    const at = end === -1 ? lines.length : end
    return receiversRepair(document.fields, [
      ...lines.slice(0, at),
      ...recipientsNotOnPage(document),
      ...lines.slice(at),
    ])
  },
}

const ARCHIVE_WORDS = /^[\s-]*lưu(?:[\s:.,;-]+(?:vt(?=$|[\s.,;]))?)?[\s:.,;-]*/iu
const isArchiveLine = (line: string): boolean => /^[\s-]*lưu(?:$|[\s:.,;-])/iu.test(line.normalize('NFC'))
const filled = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.trim() !== '')

/** The unit that drafts, as the symbol of a công văn ends with it (Decree 30 Annex I II.3b). */
const draftingUnitOf = (symbol: string): string => symbol.split('-').slice(1).join('-')

/** A symbol without the kinds before it (Decree 30 Annex III part I). */
function withoutKind(symbol: string): string {
  const groups = symbol.normalize('NFC').split('-')
  const begin = groups.findIndex((group) => !(kindAbbreviations as readonly string[]).includes(group))
  return begin === -1 ? '' : groups.slice(begin).join('-')
}

const symbolRepair = ({ symbol }: DocumentFields, after: string): Repair | null =>
  isSymbolFormed(after) ? { change: { symbol: after }, before: symbol, after } : null

const receiversRepair = ({ receivers }: DocumentFields, lines: readonly string[]): Repair => ({
  change: { receivers: [...lines] },
  before: filled(receivers).join('; '),
  after: lines.join('; '),
})
