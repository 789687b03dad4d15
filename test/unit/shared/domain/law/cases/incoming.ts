import { heldBackBy } from '../../../../../../renderer/features/incoming/components/hold-back.ts'
import { incoming as projection } from '../../../../../../renderer/projections/incoming.ts'
import type { IncomingLetterRow } from '../../../../../../renderer/projections/incoming.ts'
import type { LetterContent } from '../../../../../../shared/domain/correspondence/letter.ts'
import { aPdf } from '../../../../../builders/a-document.ts'
import { anIncomingLetter } from '../../../../../builders/an-incoming-letter.ts'
import type { LawOffice } from './office.ts'
import { lawCase, lawfully, people, type LawCase } from './office.ts'

const { clerk, leader, deputy, drafter } = people
const accept =
  (verdict: string, seen = verdict, content: Partial<LetterContent> = {}, by: typeof drafter = clerk) =>
  (office: LawOffice) => {
    office.arrived(content, verdict)
    return office.letter(by, 'accept', { verdictSeen: seen })
  }
const rowOf = (office: LawOffice, id = 'l1'): IncomingLetterRow => {
  const state = office.world.look('letter', id)
  const facts = { pending: false, readOnly: false }
  const rows = projection.rowsOf({ kind: 'letter', state } as never, facts)
  return rows[0]?.content as IncomingLetterRow
}
/** What a clerk may register together with others (one key for many). */
const together =
  (content: Partial<LetterContent>, verdict: string | null = 'valid', isTwice = false) =>
  (office: LawOffice) => {
    office.arrived(content, verdict)
    if (isTwice) office.arrived(content, verdict, 'l2')
    const others = isTwice ? [rowOf(office, 'l2')] : []
    return heldBackBy(rowOf(office), others)
  }
const present = (office: LawOffice, to = 'leader') => office.letter(clerk, 'present', { to })
const paper = (office: LawOffice, id: string) => {
  const { content } = anIncomingLetter(id).payload
  const file = { name: 'quet.pdf', declaredType: 'application/pdf', file: aPdf('f'), verdict: null }
  return office.letter(clerk, 'bringIn', { content, files: [file] }, id)
}
const linkPaper = (office: LawOffice, id: string) => {
  const file = { name: 'quet.pdf', declaredType: 'application/pdf', file: aPdf('e'), verdict: null }
  return office.letter(clerk, 'linkPaper', { file }, id)
}

export const incoming: readonly LawCase[] = [
  lawCase('clerk-only', accept('valid', 'valid', {}, drafter), accept('valid')),
  lawCase('verdict-first', accept('warning', 'valid'), accept('warning')),
  lawCase('verdict-invalid', accept('invalid'), accept('valid')),
  lawCase(
    'message-incomplete',
    accept('valid', 'valid', { deviations: ['edxml.manifest.without-attachment'] }),
    accept('valid', 'valid', { deviations: ['edxml.element.order'] }),
  ),
  lawCase('verdict-needs-look', together({}, 'warning'), together({})),
  lawCase('unsigned-for-reference', together({}, null), together({})),
  lawCase('registration-incomplete', together({ subject: '' }), together({})),
  lawCase('duplicate-letter', together({}, 'valid', true), together({})),
  lawCase(
    'letter-return-reason',
    (office) => {
      office.arrived()
      return office.letter(clerk, 'refuse', { reason: ' ' })
    },
    (office) => {
      office.arrived()
      return office.letter(clerk, 'refuse', { reason: 'Gửi nhầm' })
    },
  ),
  lawCase(
    'return-before-register',
    (office) => {
      office.registered()
      return office.letter(clerk, 'refuse', { reason: 'Gửi nhầm' })
    },
    (office) => {
      office.accepted()
      return office.letter(clerk, 'refuse', { reason: 'Gửi nhầm' })
    },
  ),
  lawCase(
    'accept-before-register',
    (office) => {
      office.arrived()
      return office.book(clerk, 'assignNumber', { subject: 'l1' }, 'in')
    },
    (office) => {
      office.accepted()
      return office.book(clerk, 'assignNumber', { subject: 'l1' }, 'in')
    },
  ),
  lawCase(
    'register-before-correct',
    (office) => {
      office.accepted()
      return office.letter(clerk, 'correct', { column: 'subject', value: 'V/v khác', reason: 'Chép sai' })
    },
    (office) => {
      office.registered()
      return office.letter(clerk, 'correct', { column: 'subject', value: 'V/v khác', reason: 'Chép sai' })
    },
  ),
  lawCase(
    'paper-already',
    (office) => {
      lawfully(paper(office, 'p1'))
      return linkPaper(office, 'p1')
    },
    (office) => {
      office.registered()
      return linkPaper(office, 'l1')
    },
  ),
  lawCase(
    'register-before-present',
    (office) => {
      office.accepted()
      return present(office)
    },
    (office) => {
      office.registered()
      return present(office)
    },
  ),
  lawCase(
    'present-to-leader',
    (office) => {
      office.registered()
      return present(office, 'drafter')
    },
    (office) => {
      office.registered()
      return present(office, 'head')
    },
  ),
  lawCase(
    'unregistered-not-handled',
    (office) => {
      office.accepted()
      return office.direct()
    },
    (office) => {
      office.presented()
      return office.direct()
    },
  ),
  ...(
    [
      ['lead-missing', { lead: null }],
      ['deadline-missing', { cooperating: ['drafter'], deadline: null }],
      ['deadline-in-past', { deadline: '2026-11-13' }],
    ] as const
  ).map(([rule, change]) =>
    lawCase(
      rule,
      (office) => {
        office.presented()
        return office.direct(change)
      },
      (office) => {
        office.presented()
        return office.direct({ cooperating: ['drafter'] })
      },
    ),
  ),
  lawCase(
    'leader-only',
    (office) => {
      office.presented()
      return office.direct({}, deputy)
    },
    (office) => {
      office.presented()
      return office.direct({}, leader)
    },
  ),
]
