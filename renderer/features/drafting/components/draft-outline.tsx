import { owesFormCheck } from '#shared/domain/documents/form-checker.ts'
import { kindFacts } from '#shared/domain/documents/kinds.ts'
import { readinessOf, type ReadinessCheck } from '#shared/domain/documents/readiness.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { OutlineList, type OutlineEntry } from '../../../ui/outline-list.tsx'
import { RouteSteps, type RouteStep } from '../../../ui/route-steps.tsx'
import classes from './editor.module.css'
import { usePostNames } from '../../../workplace/me.ts'

type Part =
  'nation' | 'agency' | 'number' | 'placeDate' | 'subject' | 'addressee' | 'body' | 'signature' | 'recipients'

const checksOf: Partial<Record<Part, readonly ReadinessCheck[]>> = {
  subject: ['subject'],
  addressee: ['addressees', 'recipients'],
  body: ['body', 'minutesParts', 'decisionParts', 'resolutionParts'],
  signature: ['signer', 'secretary'],
  recipients: ['receivers', 'asArticle'],
}
const parts: readonly Part[] = [
  'nation',
  'agency',
  'number',
  'placeDate',
  'subject',
  'addressee',
  'body',
  'signature',
  'recipients',
]

/** The parts of the official layout with their state, then who does what with the document. */
export function DraftOutline({
  document,
  onChoose,
}: {
  readonly document: OfficialDocument
  readonly onChoose: (part: string) => void
}) {
  const t = useT()
  const nameOf = usePostNames()
  const ready = readinessOf(document)
  const { hasAddressees, isDated } = kindFacts[document.kind]
  const shown = parts.filter(
    (part) => (part !== 'placeDate' || isDated) && (part !== 'addressee' || hasAddressees !== 'never'),
  )
  const entries = shown.map((part): OutlineEntry => {
    const label = t(`drafting.outline.parts.${part}`)
    if ((part === 'number' || part === 'placeDate') && document.number === null)
      return {
        id: part,
        label,
        state: 'later',
        stateWords: t('drafting.outline.states.later'),
        note: t('drafting.outline.atIssue'),
      }
    const holds = (checksOf[part] ?? []).every(
      (check) => ready.find((one) => one.check === check)?.holds ?? true,
    )
    return {
      id: part,
      label,
      state: holds ? 'ok' : 'missing',
      stateWords: t(holds ? 'drafting.outline.states.ok' : 'drafting.outline.states.missing'),
    }
  })
  return (
    <>
      <OutlineList heading={t('drafting.outline.title')} entries={entries} onChoose={onChoose} />
      <h3 className={classes.outlineHeading}>{t('drafting.outline.route')}</h3>
      <RouteSteps label={t('drafting.outline.route')} steps={routeSteps(document, nameOf, t)} />
    </>
  )
}

function routeSteps(
  document: OfficialDocument,
  nameOf: (post: string | null) => string,
  t: ReturnType<typeof useT>,
): RouteStep[] {
  const { status, route } = document
  const done = (reached: boolean): RouteStep['state'] => (reached ? 'done' : 'waiting')
  const isInitialled = document.initials !== null
  const isSigned = document.signature !== null
  const isOwed = owesFormCheck(document)
  return [
    {
      id: 'draft',
      name: nameOf(document.drafter.post),
      act: t('drafting.route.draft'),
      state: status === 'returned' ? 'returned' : status === 'draft' ? 'current' : 'done',
    },
    {
      id: 'initial',
      name: nameOf(route?.reviewer ?? null),
      act: t('drafting.route.initial'),
      state: status === 'submitted' ? 'current' : done(isInitialled),
    },
    ...(route?.checker === undefined
      ? []
      : [
          {
            id: 'check',
            name: nameOf(route.checker),
            act: t('drafting.route.check'),
            state: isOwed && status === 'initialled' ? 'current' : done(!isOwed),
          } as const,
        ]),
    {
      id: 'sign',
      name: nameOf(route?.signer ?? null),
      act: t('drafting.route.sign'),
      state: !isOwed && status === 'initialled' ? 'current' : done(isSigned),
    },
    {
      id: 'issue',
      name: t('drafting.route.clerk'),
      act: t('drafting.route.issue'),
      state: isSigned && document.issuedAt === null ? 'current' : done(document.issuedAt !== null),
    },
  ]
}
