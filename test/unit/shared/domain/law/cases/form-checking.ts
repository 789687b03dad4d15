import { profileSettings } from '../../../../../../shared/domain/configuration/settings.ts'
import type { Actor } from '../../../../../../shared/domain/decision.ts'
import { anActor } from '../../../../../builders/desk-world.ts'
import type { LawOffice } from './office.ts'
import { lawCase, lawfully, people, route, signed, type LawCase } from './office.ts'

const { drafter, leader, clerk, checker } = people

const signs = (office: LawOffice) => office.document(leader, 'sign', signed('b'))
const checkedBy = (actor: Actor) => (office: LawOffice) => {
  office.withChecker()
  return office.checkForm([], actor)
}
const routedTo = (post: string) => (office: LawOffice) => {
  office.draft()
  return office.document(drafter, 'setRoute', { route: { ...route, checker: post } })
}
/** Its addressee is not among those it is sent to. */
const withFinding = (left: readonly object[]) => (office: LawOffice) => {
  office.withChecker({ addressees: ['Sở Tài chính', 'Sở Xây dựng'] })
  return office.checkForm(left)
}

/** An agency that has the form of what it sends checked by a post. */
const byFlow = (office: LawOffice, flow: object) => {
  const administrator = anActor('administrator', 'administrator')
  const act = (verb: string, payload: object) =>
    office.world.act(administrator, 'configuration', 'agency', `configuration.${verb}`, payload)
  const flows = [{ id: 'f1', kinds: [], units: [], checker: null, signer: null, ...flow }]
  const drafted = act('draft', { basedOn: 0, settings: { ...profileSettings, flows } })
  if (drafted.kind !== 'events') return drafted
  return act('publish', { draft: 1, from: '2026-11-16', reason: 'Quy chế văn thư' })
}
const inFlow = (flow: object) => (office: LawOffice) => byFlow(office, flow)
const submittedIn = (flow: object) => (office: LawOffice) => {
  lawfully(byFlow(office, flow))
  return office.submit()
}

/** The head of the unit chooses the way anew, of a document that was submitted with a checker. */
const routedAgain = (to: object) => (office: LawOffice) => {
  lawfully(byFlow(office, { checker: 'checker' }))
  office.draft()
  lawfully(office.document(drafter, 'setRoute', { route: { ...route, checker: 'checker' } }))
  lawfully(office.document(drafter, 'submit', { note: '' }))
  return office.document(people.head, 'setRoute', { route: to })
}

/** Who was given the check of form checks it before the signature (Decree 30 Art 12.2). */
export const formChecking: readonly LawCase[] = [
  lawCase(
    'form-check-missing',
    (office) => {
      office.withChecker()
      return signs(office)
    },
    (office) => {
      office.withChecker()
      lawfully(office.checkForm())
      return signs(office)
    },
  ),
  lawCase(
    'form-check-required',
    submittedIn({ checker: 'checker' }),
    submittedIn({ checker: 'checker', kinds: ['bao-cao'] }),
  ),
  lawCase('form-check-required', routedAgain(route), routedAgain({ ...route, checker: 'checker' })),
  lawCase('form-checker-not-assigned', inFlow({ checker: 'clerk' }), inFlow({ checker: 'checker' })),
  lawCase('signer-not-competent', inFlow({ signer: 'head' }), inFlow({ signer: 'leader' })),
  lawCase('form-check-by-checker', checkedBy(clerk), checkedBy(checker)),
  lawCase('form-checker-not-assigned', routedTo('clerk'), routedTo('checker')),
  lawCase(
    'drafter-cannot-check-form',
    (office) => {
      office.appoint({ ...drafter, roles: ['drafter', 'form-checker'] })
      return routedTo('drafter')(office)
    },
    routedTo('checker'),
  ),
  lawCase(
    'form-finding-unexplained',
    withFinding([]),
    withFinding([{ rule: 'addressee-not-sent', word: 'Gửi bản giấy theo đề nghị của Sở Xây dựng' }]),
  ),
]
