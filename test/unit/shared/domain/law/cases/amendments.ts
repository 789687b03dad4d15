import { documentFieldsOf, textUpdate } from '../../../../../builders/a-document.ts'
import type { Actor } from '../../../../../../shared/domain/decision.ts'
import { lawCase, lawfully, people, route, type LawCase, type LawOffice, type Outcome } from './office.ts'

const { drafter, clerk, node, leader } = people

/** `d1` is issued to one recipient. */
function issued(office: LawOffice): void {
  office.sealed()
  lawfully(office.document(clerk, 'issue'))
}

const begin = (office: LawOffice, way: string, kind = 'cong-van', id = 'd2'): Outcome => {
  const amends = { way, document: 'd1', reason: 'sai thẩm quyền' }
  return office.document(drafter, 'create', { kind, fields: documentFieldsOf(), amends }, id)
}

/** `d2` recalls `d1` and goes to these recipients. */
function submitRecall(office: LawOffice, codes: readonly string[]): Outcome {
  issued(office)
  begin(office, 'recall')
  const recipients = codes.map((code) => ({ code, name: code }))
  lawfully(office.document(drafter, 'editText', { update: textUpdate('Nội dung') }, 'd2'))
  lawfully(office.document(drafter, 'setRecipients', { recipients }, 'd2'))
  lawfully(office.document(drafter, 'setRoute', { route }, 'd2'))
  return office.document(drafter, 'submit', { note: '' }, 'd2')
}

const noted = (office: LawOffice, way: string): void => {
  const amendment = { way, by: 'd9', typeName: 'Công văn', code: '99/X', issuedOn: '2026-11-16' }
  lawfully(office.document(node, 'noteAmended', { amendment }))
}

const request = (office: LawOffice, verb: string, payload: object = {}, actor: Actor = clerk): Outcome =>
  office.world.act(actor, 'sender-request', 'r1', `sender-request.${verb}`, payload)

/** The sender of `l1` wants it back. */
function asked(office: LawOffice): void {
  const about = { documentId: 'x', typeName: '', code: '12/SX-VP', issuedOn: null }
  const from = { code: '000.00.XA.T99', name: 'Sở Xa' }
  const more = { way: 'recall', letter: 'l1', from, to: '', about, notice: null, reason: '', update: null }
  request(office, 'receive', more, node)
}

const refuseBy = (decidedBy: string) => (office: LawOffice) => {
  office.arrived()
  asked(office)
  return request(office, 'refuse', { decidedBy, reason: 'Đã chi trả' })
}

const resume = (isRecalled: boolean) => (office: LawOffice) => {
  office.assigned()
  if (isRecalled) lawfully(office.task(node, 'noteRecalled', { code: '8/X' }))
  else lawfully(office.task(leader, 'stopClock', { reason: 'chờ' }))
  return office.task(leader, 'resumeClock')
}

/** Decree 30 Art 18.3, 18.4: an issued document is put right, replaced or recalled; and what its receivers do. */
export const amendments: readonly LawCase[] = [
  lawCase(
    'amend-issued-only',
    (office) => {
      office.sealed()
      return begin(office, 'recall')
    },
    (office) => {
      issued(office)
      return begin(office, 'recall')
    },
  ),
  lawCase(
    'amended-already',
    (office) => {
      issued(office)
      noted(office, 'replacement')
      return begin(office, 'correction')
    },
    (office) => {
      issued(office)
      noted(office, 'correction')
      return begin(office, 'correction')
    },
  ),
  lawCase(
    'correct-by-official-letter',
    (office) => {
      issued(office)
      return begin(office, 'correction', 'bao-cao')
    },
    (office) => {
      issued(office)
      return begin(office, 'correction')
    },
  ),
  lawCase(
    'replace-in-same-form',
    (office) => {
      issued(office)
      return begin(office, 'replacement', 'bao-cao')
    },
    (office) => {
      issued(office)
      return begin(office, 'replacement')
    },
  ),
  lawCase(
    'amend-tell-receivers',
    (office) => submitRecall(office, ['H77.09']),
    (office) => submitRecall(office, ['h77.02', 'H77.09']),
  ),
  lawCase('letter-recalled', resume(true), resume(false)),
  lawCase(
    'request-before-letter',
    (office) => {
      asked(office)
      return request(office, 'agree')
    },
    (office) => {
      office.arrived()
      asked(office)
      return request(office, 'agree')
    },
  ),
  lawCase('request-refusal-decided', refuseBy('drafter'), refuseBy('leader')),
]
