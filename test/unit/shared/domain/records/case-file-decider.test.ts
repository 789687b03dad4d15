import { beforeEach, describe, expect, it } from 'vitest'
import {
  caseFileId,
  contentsHash,
  inOrder,
  missingIn,
  type CaseFile,
} from '../../../../../shared/domain/records/case-file.ts'
import {
  appointStaff,
  approvedPlan,
  closeFile,
  finishedLetter,
  letterSource,
  openedFile,
  staff,
} from '../../../../builders/a-case-file.ts'
import { anIncomingLetter } from '../../../../builders/an-incoming-letter.ts'
import { DeskWorld } from '../../../../builders/desk-world.ts'

let world: DeskWorld
const file = (id: string) => world.look('case-file', id) as CaseFile
const put = (id: string, letter: string) =>
  world.must(staff.drafter, 'case-file', id, 'case-file.put', { source: letterSource(letter), files: [] })
const refusal = (actor: (typeof staff)['clerk'], id: string, type: string, payload: unknown) =>
  world.refusalOf(actor, 'case-file', id, type, payload).rule
const planned = {
  year: 2026,
  notation: '01.TCBC',
  title: '',
  retention: 1,
  isPlanned: true,
  startedOn: '2026-01-05',
}

beforeEach(() => {
  world = new DeskWorld()
  appointStaff(world)
})

describe('opening a file', () => {
  it('takes title and retention from the approved plan, and its maker opens it once', () => {
    const id = caseFileId(2026, '01.TCBC')
    expect(refusal(staff.drafter, id, 'case-file.open', planned)).toBe('file-not-in-plan')
    approvedPlan(world)
    expect(refusal(staff.colleague, id, 'case-file.open', planned)).toBe('file-creator-only')
    world.must(staff.drafter, 'case-file', id, 'case-file.open', planned)
    expect(file(id)).toMatchObject({ title: 'Hồ sơ tinh giản biên chế', retention: 10, creator: 'drafter' })
    expect(refusal(staff.drafter, id, 'case-file.open', planned)).toBe('already-exists')
    expect(refusal(staff.drafter, 'another', 'case-file.open', planned)).toBe('file-number-taken')
  })

  it('outside the plan names title, number and retention itself', () => {
    approvedPlan(world)
    const free = { ...planned, isPlanned: false, title: 'Hồ sơ đột xuất' }
    const id = caseFileId(2026, '09.TCBC')
    expect(refusal(staff.drafter, caseFileId(2026, '01.TCBC'), 'case-file.open', free)).toBe('file-in-plan')
    const other = { ...free, notation: '09.TCBC' }
    expect(refusal(staff.drafter, id, 'case-file.open', { ...other, title: ' ' })).toBe('file-title-missing')
    expect(refusal(staff.drafter, id, 'case-file.open', { ...other, startedOn: '2026-12-01' })).toBe(
      'file-starts-later',
    )
    world.must(staff.drafter, 'case-file', id, 'case-file.open', other)
  })
})

describe('putting things into a file', () => {
  it('takes what its maker may see, in several files at once, in the order of events', () => {
    finishedLetter(world, 'late', { issuedOn: '2026-10-02', number: '8' })
    finishedLetter(world, 'early', { issuedOn: '2026-03-02', number: '7' })
    const [a, b] = [openedFile(world, 2026, '08.TCBC', 5), openedFile(world, 2026, '09.TCBC', 5)]
    for (const id of [a, b]) for (const letter of ['late', 'early', 'late']) put(id, letter)
    expect(file(a).items).toHaveLength(2)
    expect(inOrder(file(b).items).map((one) => one.source.id)).toEqual(['early', 'late'])
  })

  it('refuses what its maker may not see, and hands of others', () => {
    const foreign = anIncomingLetter('foreign')
    world.must(staff.node, 'letter', 'foreign', foreign.type, foreign.payload)
    const id = openedFile(world, 2026, '08.TCBC', 5)
    const payload = { source: letterSource('foreign'), files: [] }
    expect(refusal(staff.drafter, id, 'case-file.put', payload)).toBe('file-own-documents')
    expect(refusal(staff.colleague, id, 'case-file.put', payload)).toBe('file-creator-only')
    const named = { ...payload, files: [{ sha256: 'a'.repeat(64), sizeBytes: 1, mediaType: 'text/plain' }] }
    finishedLetter(world, 'own')
    expect(refusal(staff.drafter, id, 'case-file.put', { ...named, source: letterSource('own') })).toBe(
      'moved-on',
    )
  })

  it('says what is missing: answers to letters that ask for one', () => {
    finishedLetter(world, 'asks', { dueDate: '2026-10-20' })
    const id = openedFile(world, 2026, '08.TCBC', 5)
    put(id, 'asks')
    expect(missingIn(file(id).items).map((one) => one.what)).toEqual(['answer'])
  })
})

describe('closing a file', () => {
  it('is for a finished matter, without drafts and duplicates on the list', () => {
    const id = openedFile(world, 2026, '08.TCBC', 5)
    const closing = (change: object = {}) => ({
      title: 'Hồ sơ',
      retention: 5,
      endedOn: '2026-11-01',
      aside: [],
      contents: contentsHash(file(id).items),
      ...change,
    })
    expect(refusal(staff.drafter, id, 'case-file.close', closing())).toBe('close-file-empty')
    finishedLetter(world, 'one', { number: '5' })
    finishedLetter(world, 'again', { number: '5' })
    put(id, 'one')
    put(id, 'again')
    expect(refusal(staff.drafter, id, 'case-file.close', closing())).toBe('duplicates-on-list')
    const aside = [{ source: letterSource('again'), reason: 'duplicate' }]
    expect(refusal(staff.drafter, id, 'case-file.close', closing({ aside }))).toBe('file-changed-since')
    const contents = contentsHash(file(id).items.slice(0, 1))
    const whole = closing({ aside, contents })
    expect(refusal(staff.drafter, id, 'case-file.close', { ...whole, endedOn: '2026-12-01' })).toBe(
      'file-end-day',
    )
    world.must(staff.drafter, 'case-file', id, 'case-file.close', whole)
    expect(file(id)).toMatchObject({ status: 'closed', endedOn: '2026-11-01', contents })
    expect(file(id).aside.map((one) => one.item.source.id)).toEqual(['again'])
    expect(refusal(staff.drafter, id, 'case-file.put', { source: letterSource('one'), files: [] })).toBe(
      'file-closed',
    )
  })

  it('waits for letters that are not finished', () => {
    finishedLetter(world, 'open')
    world.must(staff.node, 'letter', 'open', 'letter.reopen', {})
    const id = openedFile(world, 2026, '08.TCBC', 5)
    put(id, 'open')
    const contents = contentsHash(file(id).items)
    const closing = { title: 'Hồ sơ', retention: 5, endedOn: '2026-11-01', aside: [], contents }
    expect(refusal(staff.drafter, id, 'case-file.close', closing)).toBe('matter-not-finished')
  })

  it('is undone while the file was not submitted, and never afterwards', () => {
    finishedLetter(world, 'one')
    const id = openedFile(world, 2026, '08.TCBC', 5)
    put(id, 'one')
    closeFile(world, id, '2026-11-01')
    expect(refusal(staff.drafter, id, 'case-file.reopen', { reason: '' })).toBe('reason-missing')
    world.must(staff.drafter, 'case-file', id, 'case-file.reopen', { reason: 'Thiếu văn bản trả lời' })
    expect(file(id)).toMatchObject({ status: 'open', endedOn: null })
    closeFile(world, id, '2026-11-01')
    world.must(staff.node, 'case-file', id, 'case-file.submit', { submission: 's' })
    expect(refusal(staff.drafter, id, 'case-file.reopen', { reason: 'x' })).toBe('reopen-before-submission')
  })
})
