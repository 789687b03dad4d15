import { useCallback, useState } from 'react'
import { flowFor } from '#shared/domain/configuration/flows.ts'
import type { Agency, Collective, Post } from '#shared/domain/directory/directory.ts'
import { maySignBy } from '#shared/domain/directory/signing-delegation.ts'
import { mayReviewOwn } from '#shared/domain/documents/signing-authority.ts'
import type { OfficialDocument, Route } from '#shared/domain/documents/document.ts'
import { useAgency, usePeople, useSigningDelegations } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import type { PickerOption } from '../../../ui/picker-search.ts'
import { useSettings } from '../../../workplace/configuration/use-settings.ts'
import { useToday } from '../../../workplace/today.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { useChoice } from '../../../workplace/use-choice.ts'
import { onBehalfOf, signerFields } from '../use-cases/new-draft.ts'

/** Who initials, who checks the form where somebody is to, and who signs; the signature block follows the signer. */
export function RoutePanel({
  document,
  editable,
}: {
  readonly document: OfficialDocument
  readonly editable: boolean
}) {
  const t = useT()
  const act = useAct()
  const people = usePeople() ?? []
  const agency = useAgency()
  const isMinutes = document.kind === 'bien-ban'
  const drafter = people.find((post) => post.id === document.drafter.post)
  const delegates = useDelegates(document, people)
  const collective = collectiveOf(agency?.state, document)
  const optionOf = (role: 'unit-head' | 'leader') =>
    people
      .filter(({ id }) => role === 'unit-head' || collective === undefined || id === collective.signer)
      .filter(
        (post) =>
          (post !== drafter || (role === 'unit-head' && mayReviewOwn(document.kind))) &&
          isOffered(post, role, drafter, isMinutes),
      )
      .map((post) => ({ id: post.id, name: post.name, detail: post.title }))

  const asksForCheck = flowFor(useSettings(), document)?.checker != null
  const checkers = people
    .filter((post) => post !== drafter && post.roles.includes('form-checker'))
    .map((post) => ({ id: post.id, name: post.name, detail: post.title }))

  const save = useCallback(
    async (route: Route | null): Promise<boolean> =>
      (await act({ kind: 'document', id: document.id }, 'document.setRoute', { route })) !== undefined,
    [act, document.id],
  )
  const [route, choose] = useChoice(document.route, save)
  /** Taken out to be chosen anew; the route keeps who stood there until then. */
  const [emptied, setEmptied] = useState<keyof Route | null>(null)

  const set = (change: Partial<Record<keyof Route, string | undefined>>): void => {
    const first = (role: 'unit-head' | 'leader', other: string | undefined): string | undefined =>
      optionOf(role).find(({ id }) => id !== other)?.id
    const delegate = delegates.find((one) => one.option.id === change.signer)
    const reviewer = change.reviewer ?? route?.reviewer ?? first('unit-head', change.signer)
    const signer = delegate?.post ?? change.signer ?? route?.signer ?? first('leader', reviewer)
    if (reviewer === undefined || signer === undefined) return
    const checker = 'checker' in change ? change.checker : route?.checker
    choose({ reviewer, ...(checker === undefined ? {} : { checker }), signer })
    if (agency == null) return
    const postOf = (id: string) => people.find((post) => post.id === id)
    const patch = {
      ...(change.signer === undefined
        ? {}
        : collective === undefined
          ? signerFields(agency.state, postOf(signer), document.kind, delegate?.delegation)
          : onBehalfOf(agency.state, collective, postOf(signer))),
      ...(isMinutes && change.reviewer !== undefined ? { secretary: postOf(reviewer)?.name ?? '' } : {}),
    }
    if (Object.keys(patch).length === 0) return
    void act({ kind: 'document', id: document.id }, 'document.editFields', { patch })
  }
  const change = (who: keyof Route, id: string | undefined): void => {
    setEmptied(id === undefined ? who : null)
    if (id !== undefined || who === 'checker') set({ [who]: id })
  }
  const { delegation = null } = document.fields
  const asDelegate = delegates.find((one) => one.post === route?.signer && one.delegation.id === delegation)
  const chosen = (id: string | undefined): readonly string[] => (id === undefined ? [] : [id])
  const reviewerLabel = t(isMinutes ? 'drafting.route.secretary' : 'drafting.route.reviewer')
  const signerLabel = t(isMinutes ? 'drafting.route.chair' : 'drafting.route.signer')
  if (!editable) return null
  return (
    <PanelSection heading={t('drafting.outline.route')}>
      <PeopleRow
        label={reviewerLabel}
        options={optionOf('unit-head')}
        value={emptied === 'reviewer' ? [] : chosen(route?.reviewer)}
        onChange={([reviewer]) => change('reviewer', reviewer)}
        isAutoFocused={emptied === 'reviewer'}
      />
      {checkers.length > 0 && (
        <PeopleRow
          label={t('drafting.route.checker')}
          isOptional={!asksForCheck}
          options={checkers}
          value={chosen(route?.checker)}
          onChange={([checker]) => change('checker', checker)}
          isAutoFocused={emptied === 'checker'}
        />
      )}
      <PeopleRow
        label={signerLabel}
        options={[...optionOf('leader'), ...delegates.map(({ option }) => option)]}
        value={emptied === 'signer' ? [] : chosen(asDelegate?.option.id ?? route?.signer)}
        onChange={([signer]) => change('signer', signer)}
        isAutoFocused={emptied === 'signer'}
      />
    </PanelSection>
  )
}

/** Who may sign this document by order or by authorisation today, with the record of it. */
function useDelegates({ kind, drafter }: OfficialDocument, people: readonly Post[]) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const delegations = useSigningDelegations() ?? []
  if (kind === 'bien-ban' || kind === 'nghi-quyet') return []
  return delegations.flatMap((delegation) => {
    const post = people.find((one) => one.id === delegation.to)
    if (post === undefined || post.id === drafter.post || !maySignBy(delegation, post, kind, today)) return []
    const { form, until } = delegation
    const note =
      until === null
        ? `${form}.`
        : t('delegation.signing.until', { form: `${form}.`, date: formats.dayMonth(until) })
    const option: PickerOption = {
      id: `${post.id}/${delegation.id}`,
      name: post.name,
      detail: post.title,
      note,
    }
    return [{ post: post.id, delegation, option }]
  })
}

/**
 * Minutes are taken by anybody and chaired by whoever heads a unit or the agency; other kinds are reviewed and signed by office (Decree 30 Art 12,
 * 13): what the head of a unit drafts, by a leader too.
 */
function isOffered(
  { roles }: Post,
  role: 'unit-head' | 'leader',
  drafter: Post | undefined,
  isMinutes: boolean,
): boolean {
  const isLeader = roles.includes('leader')
  if (isMinutes) return role === 'unit-head' ? roles.length > 0 : isLeader || roles.includes('unit-head')
  return roles.includes(role) || (isLeader && drafter?.roles.includes('unit-head') === true)
}

/** The collective that issues a resolution, as the directory has it now; undefined for every other document. */
const collectiveOf = (
  agency: Agency | undefined,
  { kind, fields }: OfficialDocument,
): Collective | undefined =>
  kind === 'nghi-quyet'
    ? agency?.collectives?.find(({ id }) => id === fields.onBehalf?.collective)
    : undefined
