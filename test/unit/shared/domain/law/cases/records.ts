import { caseFileId, contentsHash, type CaseFile } from '../../../../../../shared/domain/records/case-file.ts'
import { filePlanId } from '../../../../../../shared/domain/records/file-plan.ts'
import type { Retention } from '../../../../../../shared/domain/records/retention.ts'
import {
  appointStaff,
  approvedPlan,
  closeFile,
  finishedLetter,
  letterSource,
  openedFile,
  planOf,
  staff,
} from '../../../../../builders/a-case-file.ts'
import { aPdf, documentFieldsOf } from '../../../../../builders/a-document.ts'
import { anIncomingLetter } from '../../../../../builders/an-incoming-letter.ts'
import { DeskWorld } from '../../../../../builders/desk-world.ts'
import { lawCase, type LawCase, type Outcome } from './office.ts'

const { clerk, leader, drafter, colleague, node } = staff
type Story = (world: DeskWorld) => Outcome
const PLAN = filePlanId(2026)

const archive = (rule: LawCase['rule'], refused: Story, lawful: Story): LawCase =>
  lawCase(
    rule,
    () => refused(staffed()),
    () => lawful(staffed()),
  )
function staffed(): DeskWorld {
  const world = new DeskWorld()
  appointStaff(world)
  return world
}

const plan = (world: DeskWorld, who: typeof clerk, verb: string, payload: object) =>
  world.act(who, 'file-plan', PLAN, `file-plan.${verb}`, payload)
const drafted = (world: DeskWorld, headings: unknown = planOf()) =>
  plan(world, clerk, 'draft', { year: 2026, headings })
const submitPlan = (headings: unknown) => (world: DeskWorld) => {
  drafted(world, headings)
  return plan(world, clerk, 'submit', { version: 1, approver: 'leader' })
}
const approve =
  (by: typeof clerk, isSubmitted = true) =>
  (world: DeskWorld) => {
    if (isSubmitted) submitPlan(planOf())(world)
    else drafted(world)
    return plan(world, by, 'approve', { version: 1 })
  }
const misnumbered = planOf().map((one) => ({
  ...one,
  entries: one.entries.map((entry) => ({ ...entry, notation: '07.TCBC' })),
}))

const opening = (change: object = {}) => ({
  year: 2026,
  notation: '01.TCBC',
  title: '',
  retention: 1,
  isPlanned: true,
  startedOn: '2026-01-05',
  ...change,
})
const open =
  (change: object = {}, by = drafter, hasPlan = true) =>
  (world: DeskWorld) => {
    if (hasPlan) approvedPlan(world)
    const wanted = opening(change)
    return world.act(by, 'case-file', caseFileId(2026, wanted.notation), 'case-file.open', wanted)
  }

/** A file outside the plan with these finished letters in it. */
function filled(
  world: DeskWorld,
  letters: readonly string[] = ['one'],
  kept: Retention = 5,
  year = 2026,
): string {
  const id = openedFile(world, year, '08.TCBC', kept)
  for (const [index, letter] of letters.entries()) {
    if (world.look('letter', letter) === undefined)
      finishedLetter(world, letter, { number: String(index + 1) })
    put(world, id, letter)
  }
  return id
}
const put = (world: DeskWorld, id: string, letter: string, by = drafter) =>
  world.act(by, 'case-file', id, 'case-file.put', { source: letterSource(letter), files: [] })
const close = (world: DeskWorld, id: string, change: object = {}) =>
  world.act(drafter, 'case-file', id, 'case-file.close', {
    title: 'Hồ sơ',
    retention: 5,
    endedOn: '2026-11-01',
    aside: [],
    contents: contentsHash((world.look('case-file', id) as CaseFile).items),
    ...change,
  })
const closing =
  (change: object = {}) =>
  (world: DeskWorld) =>
    close(world, filled(world), change)
/** Closed, sent and, unless told otherwise, taken over by the archive. */
function archived(world: DeskWorld, kept: Retention = 5, year = 2010, isAgreed = true): string {
  const id = filled(world, ['one'], kept, year)
  closeFile(world, id, `${String(year)}-12-01`)
  if (!isAgreed) return id
  world.must(node, 'case-file', id, 'case-file.submit', { submission: 's' })
  world.must(node, 'case-file', id, 'case-file.answer', { agreed: true, reason: '' })
  return id
}
const propose = (world: DeskWorld, file: string, by = clerk) =>
  world.act(by, 'disposal', 'x', 'disposal.propose', {
    files: [file],
    grounds: 'Hết thời hạn',
    council: ['colleague'],
  })
const proposed = (world: DeskWorld) => void propose(world, archived(world))
const appraise = (by: typeof clerk) => (world: DeskWorld) => {
  proposed(world)
  return world.act(by, 'disposal', 'x', 'disposal.appraise', { agreed: true, opinion: '' })
}
const decide =
  (by: typeof clerk, isAppraised = true) =>
  (world: DeskWorld) => {
    if (isAppraised) appraise(colleague)(world)
    else proposed(world)
    return world.act(by, 'disposal', 'x', 'disposal.decide', { approved: true, reason: '' })
  }

const send = (world: DeskWorld, file: string) =>
  world.act(drafter, 'submission', 's', 'submission.send', {
    files: [file],
    index: aPdf('a'),
    minutes: aPdf('b'),
  })
const answer = (by: typeof clerk, answers: (file: string) => readonly object[]) => (world: DeskWorld) => {
  const file = filled(world)
  closeFile(world, file, '2026-11-01')
  send(world, file)
  return world.act(by, 'submission', 's', 'submission.answer', { answers: answers(file) })
}
const agreed = (file: string) => [{ file, agreed: true, reason: '' }]

const offer = (world: DeskWorld, to: string, by = drafter) => {
  const id = filled(world)
  const parts = [{ kind: 'case-file', id, title: 'Hồ sơ', to }]
  return world.act(by, 'handover', 'h', 'handover.offer', { parts, reason: 'transfer', minutes: aPdf('b') })
}
const afterOffer = (by: typeof clerk, verb: string, payload: object) => (world: DeskWorld) => {
  offer(world, 'colleague')
  return world.act(by, 'handover', 'h', `handover.${verb}`, payload)
}

export const records: readonly LawCase[] = [
  archive(
    'plan-by-records-office',
    (world) => plan(world, drafter, 'draft', { year: 2026, headings: planOf() }),
    drafted,
  ),
  archive('plan-approved-by-head', approve(clerk), approve(leader)),
  archive('plan-not-submitted', approve(leader, false), approve(leader)),
  archive('plan-numbering', (world) => drafted(world, misnumbered), drafted),
  archive('plan-empty', submitPlan([]), submitPlan(planOf())),
  archive('file-not-in-plan', open({}, drafter, false), open()),
  archive(
    'file-in-plan',
    open({ isPlanned: false, title: 'Khác' }),
    open({ isPlanned: false, title: 'Khác', notation: '09.TCBC' }),
  ),
  archive(
    'file-title-missing',
    open({ isPlanned: false, title: ' ', notation: '09.TCBC' }),
    open({ isPlanned: false, title: 'Khác', notation: '09.TCBC' }),
  ),
  archive('file-creator-only', open({}, colleague), open()),
  archive(
    'file-number-taken',
    (world) => {
      open()(world)
      return world.act(drafter, 'case-file', 'another', 'case-file.open', opening())
    },
    open(),
  ),
  archive(
    'file-own-documents',
    (world) => {
      const { type, payload } = anIncomingLetter('foreign')
      world.must(node, 'letter', 'foreign', type, payload)
      return put(world, openedFile(world, 2026, '08.TCBC', 5), 'foreign')
    },
    (world) => {
      finishedLetter(world, 'own')
      return put(world, openedFile(world, 2026, '08.TCBC', 5), 'own')
    },
  ),
  archive(
    'file-closed',
    (world) => {
      const id = filled(world)
      closeFile(world, id, '2026-11-01')
      finishedLetter(world, 'late')
      return put(world, id, 'late')
    },
    (world) => {
      const id = filled(world)
      finishedLetter(world, 'late')
      return put(world, id, 'late')
    },
  ),
  archive('file-end-day', closing({ endedOn: '2026-12-01' }), closing()),
  archive('close-file-empty', (world) => close(world, filled(world, [])), closing()),
  archive(
    'matter-not-finished',
    (world) => {
      const id = filled(world)
      world.must(node, 'letter', 'one', 'letter.reopen', {})
      return close(world, id)
    },
    closing(),
  ),
  archive(
    'drafts-on-list',
    (world) => {
      const id = filled(world)
      world.must(drafter, 'document', 'd1', 'document.create', {
        kind: 'cong-van',
        fields: documentFieldsOf(),
      })
      world.act(drafter, 'case-file', id, 'case-file.put', {
        source: { kind: 'document', id: 'd1' },
        files: [],
      })
      return close(world, id)
    },
    closing(),
  ),
  archive(
    'duplicates-on-list',
    (world) => {
      finishedLetter(world, 'one', { number: '5' })
      finishedLetter(world, 'again', { number: '5' })
      return close(world, filled(world, ['one', 'again']))
    },
    (world) => {
      finishedLetter(world, 'one', { number: '5' })
      finishedLetter(world, 'other', { number: '6' })
      return close(world, filled(world, ['one', 'other']))
    },
  ),
  archive(
    'reopen-before-submission',
    (world) => world.act(drafter, 'case-file', archived(world), 'case-file.reopen', { reason: 'Thiếu' }),
    (world) =>
      world.act(drafter, 'case-file', archived(world, 5, 2026 - 16, false), 'case-file.reopen', {
        reason: 'Thiếu',
      }),
  ),
  archive(
    'submit-closed-only',
    (world) => send(world, filled(world)),
    (world) => send(world, archived(world, 5, 2010, false)),
  ),
  archive('archivist-only', answer(leader, agreed), answer(clerk, agreed)),
  archive(
    'answer-every-file',
    answer(clerk, () => [{ file: 'other', agreed: true, reason: '' }]),
    answer(clerk, agreed),
  ),
  archive(
    'return-needs-reason',
    answer(clerk, (file) => [{ file, agreed: false, reason: '' }]),
    answer(clerk, (file) => [{ file, agreed: false, reason: 'Thiếu mục lục' }]),
  ),
  archive(
    'dispose-archived-only',
    (world) => propose(world, archived(world, 5, 2010, false)),
    (world) => propose(world, archived(world)),
  ),
  archive(
    'kept-for-ever',
    (world) => propose(world, archived(world, 'permanent')),
    (world) => propose(world, archived(world, 5)),
  ),
  archive(
    'retention-running',
    (world) => propose(world, archived(world, 50)),
    (world) => propose(world, archived(world, 5)),
  ),
  archive('council-only', appraise(drafter), appraise(colleague)),
  archive('council-first', decide(leader, false), decide(leader)),
  archive('disposal-by-head', decide(clerk), decide(leader)),
  archive(
    'erased-by-law',
    (world) => {
      finishedLetter(world, 'gone')
      const by = { person: leader.person, post: leader.post }
      world.must(node, 'letter', 'gone', 'letter.erase', { basis: { kind: 'disposal', id: 'x' }, by })
      return world.act(node, 'letter', 'gone', 'letter.reopen', {})
    },
    (world) => {
      finishedLetter(world, 'kept')
      return world.act(node, 'letter', 'kept', 'letter.reopen', {})
    },
  ),
  archive(
    'handover-to-self',
    (world) => offer(world, 'drafter'),
    (world) => offer(world, 'colleague'),
  ),
  archive(
    'handover-own-only',
    (world) => offer(world, 'leader', colleague),
    (world) => offer(world, 'leader'),
  ),
  archive('handover-leaver-only', afterOffer(colleague, 'withdraw', {}), afterOffer(drafter, 'withdraw', {})),
  archive(
    'handover-receiver-only',
    afterOffer(leader, 'receive', { minutes: aPdf('b') }),
    afterOffer(colleague, 'receive', { minutes: aPdf('b') }),
  ),
  archive(
    'handover-other-minutes',
    afterOffer(colleague, 'receive', { minutes: aPdf('c') }),
    afterOffer(colleague, 'receive', { minutes: aPdf('b') }),
  ),
]
