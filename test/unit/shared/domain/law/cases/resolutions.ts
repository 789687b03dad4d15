import { collectiveHash } from '../../../../../../shared/domain/directory/collectives.ts'
import type { Collective } from '../../../../../../shared/domain/directory/directory.ts'
import type { DocumentFields } from '../../../../../../shared/domain/documents/document.ts'
import {
  aCouncil,
  administrator,
  anAgencyWith,
  ofCouncil,
  resolved,
} from '../../../../../builders/a-council.ts'
import { documentFieldsOf, textUpdate } from '../../../../../builders/a-document.ts'
import type { LawOffice } from './office.ts'
import { lawCase, lawfully, people, signed, type LawCase } from './office.ts'

const { drafter, head, leader, clerk } = people

/** A resolution of the council of the agency, but for what its boxes, its lines and its route say. */
const resolution =
  (change: Partial<DocumentFields> = {}, lines: readonly string[] = resolved, signer = 'leader') =>
  (office: LawOffice) => {
    anAgencyWith(office.world, aCouncil)
    const fields = documentFieldsOf({ ...ofCouncil(aCouncil), ...change })
    lawfully(office.document(drafter, 'create', { kind: 'nghi-quyet', fields }))
    lawfully(office.document(drafter, 'editText', { update: textUpdate(...lines) }))
    lawfully(office.document(drafter, 'setRoute', { route: { reviewer: 'head', signer } }))
    return office.document(drafter, 'submit', { note: '' })
  }

/** A công văn of the agency, which a forged reference would number in the series of its council. */
const letterOnBehalf = (isForged: boolean) => (office: LawOffice) => {
  anAgencyWith(office.world, aCouncil)
  const { onBehalf } = ofCouncil(aCouncil)
  office.draft(isForged ? { onBehalf } : {})
  return office.document(drafter, 'submit', { note: '' })
}

/** Signed after what an administrator did to the council meanwhile. */
const signedAfter = (verb?: 'nameCollective' | 'endCollective', payload?: object) => (office: LawOffice) => {
  lawfully(resolution()(office))
  lawfully(office.document(head, 'initial', signed('a')))
  if (verb !== undefined) office.world.must(administrator, 'agency', 'a', `agency.${verb}`, payload)
  return office.document(leader, 'sign', signed('b'))
}
const renamed = { ...aCouncil, name: 'Hội đồng Khoa học và Công nghệ' }

const openBook = (id: string, collective: string) => (office: LawOffice) => {
  anAgencyWith(office.world, aCouncil)
  return office.openBook(id, 'outgoing', { onBehalf: { agency: 'a', collective } })
}
const numberedIn = (id: string) => (office: LawOffice) => {
  lawfully(signedAfter()(office))
  lawfully(office.openBook('c1-2026', 'outgoing', { onBehalf: { agency: 'a', collective: 'c1' } }))
  return office.book(clerk, 'assignNumber', { subject: 'd1' }, id)
}

/** Changed at two desks, the second of which saw the council as it was before the first or after it. */
const changedBehind = (isSeen: boolean) => (office: LawOffice) => {
  anAgencyWith(office.world, aCouncil)
  const name = (council: Collective, over: string) =>
    office.world.act(administrator, 'agency', 'a', 'agency.nameCollective', { ...council, over })
  lawfully(name(renamed, collectiveHash(aCouncil)))
  return name({ ...renamed, title: 'Quyền Chủ tịch' }, collectiveHash(isSeen ? renamed : aCouncil))
}

export const resolutions: readonly LawCase[] = [
  lawCase(
    'resolution-parts-missing',
    resolution(
      {},
      resolved.map((line) => line.replace('NGHỊ', 'ĐỊNH')),
    ),
    resolution(),
  ),
  lawCase('collective-missing', resolution({ authority: 'head' }), resolution()),
  lawCase('collective-not-named', resolution({ onBehalf: undefined }), resolution()),
  lawCase('collective-not-named', signedAfter('endCollective', { id: 'c1' }), signedAfter()),
  lawCase('collective-changed', signedAfter('nameCollective', renamed), signedAfter()),
  lawCase('collective-issues-resolutions', letterOnBehalf(true), letterOnBehalf(false)),
  lawCase('collective-changed', resolution({ ownTitle: 'Phó Chủ tịch' }), resolution()),
  lawCase('collective-changed', resolution({ symbol: 'NQ-HĐKHCN' }), resolution()),
  lawCase('collective-changed', resolution({ headTitle: 'Phó Chủ tịch' }), resolution()),
  lawCase('collective-changed-meanwhile', changedBehind(false), changedBehind(true)),
  lawCase('collective-signer-differs', resolution({}, resolved, 'deputy'), resolution()),
  lawCase('book-collective-differs', openBook('nq', 'c1'), openBook('c1-2026', 'c1')),
  lawCase('book-collective-differs', openBook('c2-2026', 'c2'), openBook('c1-2026', 'c1')),
  lawCase('book-collective-differs', numberedIn('out'), numberedIn('c1-2026')),
]
