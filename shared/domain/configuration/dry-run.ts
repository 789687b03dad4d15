import type { Look } from '../decision.ts'
import type { Post } from '../directory/directory.ts'
import type { DocumentKind, Route } from '../documents/document.ts'
import { whyNotChecker } from '../documents/form-checker.ts'
import type { RuleId } from '../law/rules.ts'
import { flowFor, mayBeSigner, routeBy } from './flows.ts'
import type { AgencySettings } from './settings.ts'

/** A document that was issued, and the way it went. */
export interface PastDocument {
  readonly id: string
  readonly kind: DocumentKind
  /** That drafted it. */
  readonly unit: string
  /** Post. */
  readonly drafter: string
  readonly route: Route
}

/** One document that would not have gone the way it went. `rule` null: it would have gone the other way. */
export interface DryRunCase<D extends PastDocument = PastDocument> {
  readonly document: D
  readonly becomes: Route
  readonly rule: RuleId | null
}

/** What settings would have made of past documents: each is in one of the three. */
export interface DryRun<D extends PastDocument = PastDocument> {
  readonly same: readonly D[]
  readonly other: readonly DryRunCase<D>[]
  readonly refused: readonly DryRunCase<D>[]
}

/** Runs the flows of settings over past documents; pure, so that it is the same on every desk that sees the same documents. */
export function dryRun<D extends PastDocument>(
  settings: Pick<AgencySettings, 'flows'>,
  past: readonly D[],
  look: Look,
): DryRun<D> {
  const same: D[] = []
  const other: DryRunCase<D>[] = []
  const refused: DryRunCase<D>[] = []
  for (const document of past) {
    const becomes = routeBy(flowFor(settings, document), document.route)
    if (isSameWay(becomes, document.route)) {
      same.push(document)
      continue
    }
    const rule = whyNot(document, becomes, look) ?? null
    ;(rule === null ? other : refused).push({ document, becomes, rule })
  }
  return { same, other, refused }
}

const isSameWay = (a: Route, b: Route): boolean =>
  a.reviewer === b.reviewer && a.checker === b.checker && a.signer === b.signer

/** The rule against what the flow changes; who worked on it then is not judged again. */
function whyNot(document: PastDocument, { checker, signer }: Route, look: Look): RuleId | undefined {
  const { drafter, kind, route } = document
  if (checker !== route.checker) {
    const rule = whyNotChecker(checker, { drafter: { post: drafter } }, look)
    if (rule !== undefined) return rule
  }
  if (signer === route.signer) return undefined
  if (signer === drafter) return 'drafter-cannot-approve'
  const post = look('post', signer) as Post | undefined
  if (post === undefined) return 'post-unknown'
  return mayBeSigner(post, [kind]) ? undefined : 'signer-not-competent'
}
