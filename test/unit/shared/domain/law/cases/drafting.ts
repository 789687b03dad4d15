import { recipientFindings } from '../../../../../../shared/domain/documents/recipient-guard.ts'
import type { DocumentFields, OfficialDocument } from '../../../../../../shared/domain/documents/document.ts'
import { minutesParts } from '../../../../../../shared/domain/documents/minutes.ts'
import { aPdf, documentFieldsOf, goodCheck, textUpdate } from '../../../../../builders/a-document.ts'
import type { LawOffice } from './office.ts'
import { lawCase, lawfully, people, signed, route, type LawCase } from './office.ts'

const { drafter, head, leader, deputy, director, clerk } = people
const submitting =
  (change: Partial<DocumentFields> = {}) =>
  (office: LawOffice) =>
    office.submit(change)

/** Form of the page, checked before anybody signs (Decree 30 Art 8, 12; Annex I). */
const form = (
  [
    ['issuer-missing', { agency: ' ' }],
    ['symbol-malformed', { symbol: 'SNV TCBC' }],
    ['symbol-of-named-kind', { symbol: 'QĐ-SNV' }],
    ['place-missing', { place: '' }],
    ['subject-missing', { subject: ' ' }],
    ['recipients-missing', { addressees: [] }],
    ['authority-needs-deputy-title', { ownTitle: '' }],
    ['collective-missing', { authority: 'TM' }],
    ['rank-before-name', { signerName: 'TS. Nguyễn Thu Hà' }],
    ['archive-line-missing', { receivers: ['Như trên'] }],
    ['as-above-missing', { receivers: ['Lưu: VT, TCBC'] }],
    ['title-not-official', { ownTitle: 'Giám đốc' }],
  ] as const
).map(([rule, change]) => lawCase(rule, submitting(change as Partial<DocumentFields>), submitting()))

/** Minutes that may be submitted but for what `change` and `text` say. */
const minutes =
  (change: Partial<DocumentFields> = {}, text = minutesParts.join(' … ')) =>
  (office: LawOffice) => {
    const fields = documentFieldsOf({
      symbol: 'BB-SNV',
      authority: 'head',
      headTitle: 'Chủ tọa',
      ownTitle: '',
      addressees: [],
      secretary: 'Phan Thị Mai Anh',
      receivers: ['Lưu: VT, Hồ sơ'],
      ...change,
    })
    lawfully(office.document(drafter, 'create', { kind: 'bien-ban', fields }))
    lawfully(office.document(drafter, 'editText', { update: textUpdate(text) }))
    lawfully(office.document(drafter, 'setRoute', { route: { reviewer: 'clerk', signer: 'leader' } }))
    return office.document(drafter, 'submit', { note: '' })
  }
const ofMinutes = [
  lawCase('minutes-parts-missing', minutes({}, 'Địa điểm: Phòng họp A'), minutes()),
  lawCase('secretary-missing', minutes({ secretary: '' }), minutes()),
]

const decided = ['Căn cứ Luật Cán bộ, công chức;', 'QUYẾT ĐỊNH:', 'Điều 1. Thông qua Đề án.'] as const
/** A decision that may be submitted but for what its receivers and its lines say. */
const decision =
  (receivers: readonly string[], lines: readonly string[] = decided) =>
  (office: LawOffice) => {
    const fields = documentFieldsOf({ symbol: 'QĐ-SNV', addressees: [], receivers: [...receivers] })
    lawfully(office.document(drafter, 'create', { kind: 'quyet-dinh', fields }))
    lawfully(office.document(drafter, 'editText', { update: textUpdate(...lines) }))
    lawfully(office.document(drafter, 'setRoute', { route: { reviewer: 'head', signer: 'leader' } }))
    return office.document(drafter, 'submit', { note: '' })
  }
const asArticle = ['Như Điều 1', 'Lưu: VT, TCBC']
const ofDecisions = [
  lawCase('decision-parts-missing', decision(asArticle, ['Thông qua Đề án.']), decision(asArticle)),
  lawCase('as-article-missing', decision(['Như trên', 'Lưu: VT, TCBC']), decision(asArticle)),
]

/** What the guard of recipients finds first in a draft to these. */
const sentTo = (names: readonly string[], addressees: readonly string[]) => (office: LawOffice) => {
  office.draft({ addressees: [...addressees] })
  const recipients = names.map((name, index) => ({ code: `H77.0${index}`, name }))
  lawfully(office.document(drafter, 'setRecipients', { recipients }))
  return recipientFindings(office.world.look('document', 'd1') as OfficialDocument)[0]
}
const FINANCE = 'Sở Tài chính tỉnh Song Lam'
const guarded = [
  lawCase(
    'recipient-not-on-page',
    sentTo([FINANCE, 'Sở Xây dựng'], ['Sở Tài chính']),
    sentTo([FINANCE], ['Sở Tài chính']),
  ),
  lawCase(
    'addressee-not-sent',
    sentTo([FINANCE], ['Sở Tài chính', 'Sở Xây dựng']),
    sentTo([FINANCE, 'Sở Xây dựng'], ['Sở Tài chính', 'Sở Xây dựng']),
  ),
]

/** The head of a unit signs by a record of this form that the head of the agency made. */
const delegated =
  (form: 'TL' | 'TUQ', change: object = {}, fields: Partial<DocumentFields> = {}) =>
  (office: LawOffice) => {
    lawfully(give(office, { form, ...change }))
    return submitDelegated(office, { authority: form, delegation: 'g1', ...fields })
  }
const submitDelegated = (office: LawOffice, fields: Partial<DocumentFields>) => {
  office.draft({ ownTitle: 'Trưởng phòng', ...fields })
  lawfully(office.document(drafter, 'setRoute', { route: { reviewer: 'head', signer: 'head' } }))
  return office.document(drafter, 'submit', { note: '' })
}
const unrecorded = (authority: 'KT' | 'TL' | 'TUQ') => (office: LawOffice) =>
  submitDelegated(office, { authority })

const given = {
  form: 'TUQ',
  agency: 'a',
  to: 'head',
  kinds: [],
  matters: 'Công văn trong lĩnh vực tổ chức',
  writing: '12/GUQ-SNV',
  from: '2026-11-01',
  until: '2026-11-30',
}
/** Gives a head of a unit something to sign; the director is the head of the agency. */
const give = (office: LawOffice, change: object = {}, by = director) => {
  office.world.must(people.node, 'agency', 'a', 'agency.establish', {
    ...{ name: 'Sở Thử', letterhead: 'Sở Thử', superior: '', abbreviation: 'ST', place: 'Thử', email: '' },
    ...{ codes: ['H77.01'], headTitle: director.title.toUpperCase(), practice: true },
  })
  return office.world.act(by, 'signing-delegation', 'g1', 'signing-delegation.give', { ...given, ...change })
}
const giving =
  (change: object = {}, by = director) =>
  (office: LawOffice) =>
    give(office, change, by)
/** Another person holds the post by the time of the signature. */
const passedOn = (office: LawOffice) => {
  lawfully(give(office))
  office.appoint(head, 'somebody-else')
  return submitDelegated(office, { authority: 'TUQ', delegation: 'g1' })
}
const delegations = [
  lawCase('by-order-needs-regulation', unrecorded('TL'), delegated('TL', { until: null })),
  lawCase('delegation-in-writing', unrecorded('TUQ'), delegated('TUQ')),
  lawCase('delegation-in-writing', giving({ until: null }), giving()),
  lawCase('delegation-in-writing', giving({ matters: ' ' }), giving()),
  lawCase(
    'by-order-needs-regulation',
    giving({ form: 'TL', writing: '' }),
    giving({ form: 'TL', matters: '' }),
  ),
  lawCase('signer-not-competent', unrecorded('KT'), delegated('TUQ')),
  lawCase('delegation-lapsed', delegated('TUQ', { from: '2026-11-17' }), delegated('TUQ')),
  lawCase(
    'delegation-lapsed',
    delegated('TL', { from: '2026-11-17', until: null }),
    delegated('TL', { until: null }),
  ),
  lawCase('no-redelegation', passedOn, delegated('TUQ')),
  lawCase(
    'delegation-other-kind',
    delegated('TUQ', { kinds: ['bao-cao'] }),
    delegated('TUQ', { kinds: ['cong-van'] }),
  ),
  lawCase('delegated-by-head', giving({}, deputy), giving()),
  lawCase('delegate-heads-unit', giving({ to: 'drafter' }), giving()),
]

const withoutText = (office: LawOffice) => {
  office.world.must(drafter, 'document', 'd2', 'document.create', {
    kind: 'cong-van',
    fields: (office.world.look('document', 'd1') as { fields: DocumentFields }).fields,
  })
  return office.document(drafter, 'submit', { note: '' }, 'd2')
}

export const drafting: readonly LawCase[] = [
  ...form,
  ...ofMinutes,
  ...ofDecisions,
  ...guarded,
  ...delegations,
  lawCase(
    'symbol-kind-missing',
    (office) => {
      office.draft()
      const { fields } = office.world.look('document', 'd1') as { fields: DocumentFields }
      office.world.must(drafter, 'document', 'd2', 'document.create', { kind: 'bao-cao', fields })
      return office.document(drafter, 'submit', { note: '' }, 'd2')
    },
    submitting(),
  ),
  lawCase(
    'body-missing',
    (office) => {
      office.draft()
      return withoutText(office)
    },
    submitting(),
  ),
  lawCase(
    'recipient-twice',
    (office) => {
      office.draft()
      const recipients = ['H77.02', 'h77.02'].map((code) => ({ code, name: 'Sở Tài chính' }))
      return office.document(drafter, 'setRecipients', { recipients })
    },
    (office) => {
      office.draft()
      const recipients = ['H77.02', 'H77.03'].map((code) => ({ code, name: 'Sở Tài chính' }))
      return office.document(drafter, 'setRecipients', { recipients })
    },
  ),
  lawCase(
    'route-incomplete',
    (office) => {
      office.draft()
      lawfully(
        office.document(
          drafter,
          'create',
          { kind: 'cong-van', fields: (office.world.look('document', 'd1') as { fields: object }).fields },
          'd2',
        ),
      )
      lawfully(office.document(drafter, 'editText', { update: textUpdate('Nội dung') }, 'd2'))
      const recipients = [{ code: 'H77.02', name: 'Sở Tài chính' }]
      lawfully(office.document(drafter, 'setRecipients', { recipients }, 'd2'))
      return office.document(drafter, 'submit', { note: '' }, 'd2')
    },
    submitting(),
  ),
  ...(
    [
      ['drafter-cannot-approve', { reviewer: 'drafter', signer: 'leader' }],
      ['review-by-unit-head', { reviewer: 'clerk', signer: 'leader' }],
      ['signer-not-competent', { reviewer: 'head', signer: 'clerk' }],
    ] as const
  ).map(([rule, wrong]) =>
    lawCase(
      rule,
      (office) => {
        office.draft()
        return office.document(drafter, 'setRoute', { route: wrong })
      },
      (office) => {
        office.draft()
        return office.document(drafter, 'setRoute', { route })
      },
    ),
  ),
]

export const signing: readonly LawCase[] = [
  lawCase(
    'not-your-task',
    (office) => {
      lawfully(office.submit())
      return office.document(drafter, 'initial', signed())
    },
    (office) => {
      lawfully(office.submit())
      return office.document(head, 'initial', signed())
    },
  ),
  lawCase(
    'text-frozen',
    (office) => {
      office.initialled()
      return office.document(leader, 'editFields', { patch: { subject: 'khác' } })
    },
    (office) => {
      office.initialled()
      return office.document(head, 'editFields', { patch: { subject: 'khác' } })
    },
  ),
  lawCase(
    'initials-missing',
    (office) => {
      lawfully(office.submit())
      return office.document(leader, 'sign', signed('b'))
    },
    (office) => {
      office.initialled()
      return office.document(leader, 'sign', signed('b'))
    },
  ),
  lawCase(
    'signature-by-signer-only',
    (office) => {
      office.initialled()
      return office.document(deputy, 'sign', signed('b'))
    },
    (office) => {
      office.initialled()
      return office.document(leader, 'sign', signed('b'))
    },
  ),
  lawCase(
    'signed-is-final',
    (office) => {
      office.signedDocument()
      return office.document(head, 'editFields', { patch: { subject: 'khác' } })
    },
    (office) => {
      office.initialled()
      return office.document(head, 'editFields', { patch: { subject: 'khác' } })
    },
  ),
  lawCase(
    'seal-after-signature',
    (office) => {
      office.initialled()
      return office.document(clerk, 'seal', signed('c'))
    },
    (office) => {
      office.numbered()
      return office.document(clerk, 'seal', signed('c'))
    },
  ),
  lawCase(
    'seal-by-clerk',
    (office) => {
      office.numbered()
      return office.document(leader, 'seal', signed('c'))
    },
    (office) => {
      office.numbered()
      return office.document(clerk, 'seal', signed('c'))
    },
  ),
  lawCase(
    'signature-unchecked',
    (office) => {
      office.world.checksSignatures = false
      office.initialled()
      return office.document(leader, 'sign', signed('b'))
    },
    (office) => {
      office.initialled()
      return office.document(leader, 'sign', signed('b'))
    },
  ),
  lawCase(
    'signature-rejected',
    (office) => {
      office.numbered()
      office.world.checksSignatures = false
      lawfully(office.document(clerk, 'seal', signed('c')))
      const bad = { ...goodCheck('seal', aPdf('c')), verdict: 'bad', findings: ['changed'] }
      lawfully(office.document(people.node, 'recordCheck', bad))
      return office.document(clerk, 'issue')
    },
    (office) => {
      office.sealed()
      return office.document(clerk, 'issue')
    },
  ),
  lawCase(
    'seal-before-issue',
    (office) => {
      office.numbered()
      return office.document(clerk, 'issue')
    },
    (office) => {
      office.sealed()
      return office.document(clerk, 'issue')
    },
  ),
  lawCase(
    'issue-by-clerk',
    (office) => {
      office.sealed()
      return office.document(drafter, 'issue')
    },
    (office) => {
      office.sealed()
      return office.document(clerk, 'issue')
    },
  ),
]
