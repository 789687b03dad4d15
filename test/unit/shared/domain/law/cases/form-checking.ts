import type { Actor } from '../../../../../../shared/domain/decision.ts'
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
