import type { LawOffice } from './office.ts'
import { lawCase, lawfully, people, type LawCase } from './office.ts'

const { clerk, drafter, leader, head, node } = people
const passOn = (office: LawOffice, deadline: string) =>
  office.task(drafter, 'passOn', { parts: [{ post: 'head', role: 'lead' }], text: '', deadline })
const finish = (office: LawOffice, evidence: object | null) =>
  office.task(drafter, 'finish', { result: 'Xong', evidence })

export const work: readonly LawCase[] = [
  lawCase(
    'giver-only',
    (office) => {
      office.assigned()
      return office.task(head, 'extend', { until: '2026-12-01', reason: 'Thêm số liệu' })
    },
    (office) => {
      office.assigned()
      return office.task(leader, 'extend', { until: '2026-12-01', reason: 'Thêm số liệu' })
    },
  ),
  lawCase(
    'deadline-after-own',
    (office) => {
      office.assigned()
      return passOn(office, '2026-11-21')
    },
    (office) => {
      office.assigned()
      return passOn(office, '2026-11-20')
    },
  ),
  lawCase(
    'evidence-missing',
    (office) => {
      office.assigned({ fromSuperior: true })
      return finish(office, null)
    },
    (office) => {
      office.assigned({ fromSuperior: true })
      return finish(office, { document: null, code: '15/BC-SNV' })
    },
  ),
  lawCase(
    'reply-missing',
    (office) => {
      office.arrived({ dueDate: '2026-11-25' })
      office.assigned()
      return finish(office, null)
    },
    (office) => {
      office.arrived({ dueDate: '2026-11-25' })
      lawfully(office.letter(node, 'noteReply', { document: 'd1', code: '01/SNV-TCBC' }))
      office.assigned()
      return finish(office, null)
    },
  ),
  lawCase(
    'evidence-not-issued',
    (office) => {
      office.sealed()
      office.assigned({ fromSuperior: true })
      return finish(office, { document: 'd1', code: '01/SNV-TCBC' })
    },
    (office) => {
      office.sealed()
      lawfully(office.document(clerk, 'issue'))
      office.assigned({ fromSuperior: true })
      return finish(office, { document: 'd1', code: '01/SNV-TCBC' })
    },
  ),
]
