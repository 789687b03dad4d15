import type { GroupKind, GroupMember } from '#shared/domain/directory/groups.ts'
import { outsideAgencies } from '../province/correspondents.ts'
import type { PracticePost } from '../province/people.ts'
import type { Scene } from './scene.ts'

const agencies = (construction: Scene): readonly GroupMember[] => [
  ...outsideAgencies.map(({ code, name }) => ({ id: code, name })),
  { id: construction.agency.agency.codes[0] ?? '', name: construction.agency.agency.name },
]

/** The clerk keeps whom the agency writes to and calls together again and again. */
export async function keepGroups(home: Scene, construction: Scene): Promise<void> {
  const named = (start: RegExp) => agencies(construction).filter((one) => start.test(one.name))
  const post = (part: PracticePost['part']): GroupMember => {
    const { id, name } = home.post(part)
    return { id, name }
  }
  const keep = (name: string, of: GroupKind, members: readonly GroupMember[]): Promise<void> => {
    const group = { id: home.newId(), name, of, members }
    return home.act('clerk', { kind: 'groups', id: 'agency' }, 'groups.keep', { owner: 'agency', group })
  }
  await keep('Các sở', 'agencies', named(/^Sở /u))
  await keep('Ủy ban nhân dân cấp xã', 'agencies', named(/^Ủy ban nhân dân (?:xã|phường) /u))
  await keep('Tổ cải cách hành chính', 'people', [
    post('unit-head'),
    post('specialist'),
    post('second-specialist'),
  ])
}
