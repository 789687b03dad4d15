import type { Collective } from '../../shared/domain/directory/directory.ts'
import type { DocumentFields } from '../../shared/domain/documents/document.ts'
import { anActor, type DeskWorld } from './desk-world.ts'

export const administrator = anActor('administrator', 'administrator')

/** A body that decides together, signed for by the post `leader`. */
export const aCouncil: Collective = {
  ...{ id: 'c1', name: 'Hội đồng Khoa học', abbreviation: 'HĐKH' },
  ...{ title: 'Chủ tịch', signer: 'leader' },
}

/** Text of a resolution that lacks nothing. */
export const resolved = ['Căn cứ Luật Cán bộ, công chức;', 'QUYẾT NGHỊ:', 'Thông qua Đề án.'] as const

/** Agency `a` with these bodies. */
export function anAgencyWith(world: DeskWorld, ...collectives: readonly Collective[]): void {
  world.must(anActor('node', 'node'), 'agency', 'a', 'agency.establish', {
    ...{ name: 'Sở Thử', letterhead: 'Sở Thử', superior: '', abbreviation: 'ST', place: '' },
    ...{ codes: ['000.00.01.T99'], headTitle: 'GIÁM ĐỐC', email: '', practice: true },
  })
  for (const one of collectives) world.must(administrator, 'agency', 'a', 'agency.nameCollective', one)
}

/** What the boxes of a resolution say of its collective. */
export const ofCouncil = ({ id, name, abbreviation, title }: Collective): Partial<DocumentFields> => ({
  ...{ agency: name, symbol: `NQ-${abbreviation}`, authority: 'TM', collective: name },
  ...{ headTitle: title, ownTitle: '', onBehalf: { agency: 'a', collective: id } },
  ...{ addressees: [], receivers: ['Lưu: VT, TCBC'] },
})
