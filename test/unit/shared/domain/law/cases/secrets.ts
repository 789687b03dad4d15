import { aPdf, documentFieldsOf, textUpdate } from '../../../../../builders/a-document.ts'
import { anIncomingLetter } from '../../../../../builders/an-incoming-letter.ts'
import type { LawOffice } from './office.ts'
import { lawCase, people, type LawCase } from './office.ts'

const { clerk, drafter, node } = people

/** A door through which words come in: how it is opened with these words. */
type Door = (office: LawOffice, words: string) => ReturnType<LawOffice['document']>

const file = (name: string) => ({
  name: `${name}.pdf`,
  declaredType: 'application/pdf',
  file: aPdf('f'),
  verdict: null,
})

/** Every door through which a person may bring words in (Law 117/2025 Art 5.2): each refuses the mark, and takes words that only contain it. */
const doors: readonly Door[] = [
  (office, words) =>
    office.document(drafter, 'create', { kind: 'cong-van', fields: documentFieldsOf({ subject: words }) }),
  (office, words) => {
    office.draft()
    return office.document(drafter, 'editFields', { patch: { receivers: ['Như trên', words, 'Lưu: VT'] } })
  },
  (office, words) => {
    office.draft()
    return office.document(drafter, 'editText', { update: textUpdate(words) })
  },
  (office, words) => {
    office.draft()
    const attachment = { id: '01a201bb-8a24-70c3-b246-720819281a5f', name: `${words}.pdf`, file: aPdf('f') }
    return office.document(drafter, 'attach', { attachment })
  },
  (office, words) => {
    office.draft()
    return office.document(drafter, 'submit', { note: words })
  },
  (office, words) => {
    const { content } = anIncomingLetter('p1', { subject: words }).payload
    return office.letter(clerk, 'bringIn', { content, files: [file('quet')] }, 'p1')
  },
  (office, words) => {
    const { content } = anIncomingLetter('p1').payload
    return office.letter(clerk, 'bringIn', { content, files: [file(words)] }, 'p1')
  },
  (office, words) => {
    office.registered()
    return office.letter(clerk, 'linkPaper', { file: file(words) })
  },
  (office, words) => {
    office.registered()
    return office.letter(clerk, 'correct', { column: 'subject', value: words, reason: 'Chép sai' })
  },
  (office, words) => {
    office.presented()
    return office.direct({ text: `Giao xử lý\n${words}` })
  },
  (office, words) => {
    office.assigned()
    const parts = [{ post: 'head', role: 'lead' }]
    return office.task(drafter, 'passOn', { parts, text: words, deadline: null })
  },
  (office, words) => {
    office.assigned()
    return office.task(drafter, 'finish', { result: words, evidence: null })
  },
]

const arrival = (office: LawOffice, subject: string) =>
  office.letter(node, 'receive', { ...anIncomingLetter('l1', { subject }).payload })

export const secrets: readonly LawCase[] = [
  ...doors.map((door) =>
    lawCase(
      'secret-refused',
      (office) => door(office, '[ TỐI MẬT ]'),
      (office) => door(office, 'Bảo mật thông tin'),
    ),
  ),
  lawCase(
    'secret-exchange',
    (office) => arrival(office, 'TUYỆT MẬT'),
    (office) => arrival(office, 'V/v mật độ dân cư'),
  ),
]
