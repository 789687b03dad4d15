import { caseFileId, contentsHash, type CaseFile } from '../../shared/domain/records/case-file.ts'
import { filePlanId } from '../../shared/domain/records/file-plan.ts'
import type { Retention } from '../../shared/domain/records/retention.ts'
import { anIncomingLetter } from './an-incoming-letter.ts'
import { anActor, type DeskWorld } from './desk-world.ts'

/** The people of a records story, in one unit. */
export const staff = {
  node: anActor('node', 'node'),
  clerk: anActor('clerk', 'clerk', 'archivist'),
  leader: anActor('leader', 'leader'),
  drafter: anActor('drafter', 'drafter'),
  colleague: anActor('colleague', 'drafter'),
}

export function appointStaff(world: DeskWorld): void {
  for (const { person, post, name, unit, roles } of [
    staff.clerk,
    staff.leader,
    staff.drafter,
    staff.colleague,
  ])
    world.must(staff.node, 'post', post, 'post.appoint', {
      person,
      name,
      title: name,
      unit,
      roles,
      certificate: null,
    })
}

export const planOf = (retention: Retention = 10) => [
  {
    title: 'Tổ chức, biên chế',
    abbreviation: 'TCBC',
    entries: [
      { notation: '01.TCBC', title: 'Hồ sơ tinh giản biên chế', retention, creator: 'drafter', note: '' },
      {
        notation: '02.TCBC',
        title: 'Hồ sơ bổ nhiệm',
        retention: 'permanent' as const,
        creator: 'drafter',
        note: '',
      },
    ],
  },
]

/** The plan of 2026, approved. */
export function approvedPlan(world: DeskWorld): void {
  const plan = filePlanId(2026)
  world.must(staff.clerk, 'file-plan', plan, 'file-plan.draft', { year: 2026, headings: planOf() })
  world.must(staff.clerk, 'file-plan', plan, 'file-plan.submit', { version: 1, approver: 'leader' })
  world.must(staff.leader, 'file-plan', plan, 'file-plan.approve', { version: 1 })
}

/** A letter that the drafter sees and that is finished. */
export function finishedLetter(
  world: DeskWorld,
  id: string,
  content: Parameters<typeof anIncomingLetter>[1] = {},
): void {
  const letter = anIncomingLetter(id, content)
  const book = `book-of-${id}`
  world.must(staff.node, 'letter', id, letter.type, letter.payload)
  world.must(staff.clerk, 'letter', id, 'letter.accept', { verdictSeen: 'unsigned' })
  world.must(staff.clerk, 'book', book, 'book.open', {
    name: book,
    year: 2026,
    direction: 'incoming',
    startAfter: 0,
  })
  world.must(staff.clerk, 'book', book, 'book.assignNumber', { subject: id })
  world.must(staff.clerk, 'letter', id, 'letter.takeNumber', { book })
  world.must(staff.clerk, 'letter', id, 'letter.present', { to: 'leader' })
  world.must(staff.leader, 'letter', id, 'letter.direct', {
    directive: { text: '', lead: 'drafter', cooperating: [], inform: [], deadline: null },
  })
  world.must(staff.node, 'letter', id, 'letter.finish', { result: 'Xong' })
}

export const letterSource = (id: string) => ({ kind: 'letter' as const, id })

/** A file outside the plan. */
export function openedFile(world: DeskWorld, year: number, notation: string, retention: Retention): string {
  const id = caseFileId(year, notation)
  world.must(staff.drafter, 'case-file', id, 'case-file.open', {
    year,
    notation,
    title: `Hồ sơ ${notation}`,
    retention,
    isPlanned: false,
    startedOn: `${String(year)}-01-05`,
  })
  return id
}

export function closeFile(world: DeskWorld, id: string, endedOn: string): void {
  const file = world.look('case-file', id) as CaseFile
  world.must(staff.drafter, 'case-file', id, 'case-file.close', {
    title: file.title,
    retention: file.retention,
    endedOn,
    aside: [],
    contents: contentsHash(file.items),
  })
}
