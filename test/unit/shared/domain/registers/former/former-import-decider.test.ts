import { beforeEach, describe, expect, it } from 'vitest'
import { deciders } from '../../../../../../shared/domain/deciders.ts'
import {
  formerEntryId,
  formerPageId,
  type FormerFacts,
} from '../../../../../../shared/domain/registers/former/former-entry.ts'
import type { FormerImport } from '../../../../../../shared/domain/registers/former/former-import.ts'
import type { FormerPage } from '../../../../../../shared/domain/registers/former/former-page-decider.ts'
import { aFormerEntry } from '../../../../../builders/former-register.ts'
import { anActor, DeskWorld } from '../../../../../builders/desk-world.ts'
import { aPdf } from '../../../../../builders/a-document.ts'

const clerk = anActor('clerk', 'clerk')
const drafter = anActor('drafter', 'drafter')
const node = anActor('node', 'node')
const shelf = { direction: 'incoming', year: 2019 } as const
const beginning = {
  ...shelf,
  name: 'Sổ đến 2019',
  source: { kind: 'sheet', name: 'a.xlsx', sha256: 'a'.repeat(64), sizeBytes: 1 },
  book: null,
  pages: ['incoming-2019-0'],
}
const counts = { rows: 3, imported: 2, duplicate: 0, refused: 1 }

let world: DeskWorld
beforeEach(() => {
  world = new DeskWorld()
})
const begin = (more: object = {}, id = 'i1') =>
  world.act(clerk, 'former-import', id, 'former-import.begin', { ...beginning, ...more })
const enter = (entries: readonly object[], importId = 'i1', page = 'incoming-2019-0') =>
  world.act(clerk, 'former-page', page, 'former-page.enter', { import: importId, entries })
const finish = (more: object = {}) =>
  world.act(clerk, 'former-import', 'i1', 'former-import.finish', {
    counts: { ...counts, ...more },
    report: aPdf('r'),
  })
const withdraw = (reason = 'Nhầm năm') =>
  world.act(clerk, 'former-import', 'i1', 'former-import.withdraw', { reason })
const page = () => world.look('former-page', 'incoming-2019-0') as FormerPage
const ruleOf = (decision: ReturnType<typeof begin>) =>
  decision.kind === 'refused' ? decision.refusal.rule : decision.kind

describe('an import', () => {
  it('brings lines in, each once, and ends when the sums are right', () => {
    begin()
    const entries = [aFormerEntry(shelf, 7), aFormerEntry(shelf, 8)]
    enter(entries.slice(0, 1))
    enter(entries)
    enter(entries)
    expect(page().entries.map((one) => one.facts.number)).toEqual([7, 8])
    expect(ruleOf(finish({ imported: 1 }))).toBe('import-sums-differ')
    expect(ruleOf(finish({ rows: 4 }))).toBe('import-sums-differ')
    expect(ruleOf(finish())).toBe('events')
    expect(ruleOf(enter([aFormerEntry(shelf, 9)]))).toBe('import-not-open')
  })

  it('that is withdrawn takes its lines and files with it and leaves those of others', () => {
    begin()
    enter([aFormerEntry(shelf, 7)])
    begin({ source: { ...beginning.source, sha256: 'b'.repeat(64) } }, 'i2')
    enter([aFormerEntry(shelf, 7, {}, [{ name: 'q.pdf', file: aPdf('q') }]), aFormerEntry(shelf, 8)], 'i2')
    expect(page().entries[0]).toMatchObject({
      import: 'i1',
      files: [],
      added: [{ name: 'q.pdf', import: 'i2' }],
    })
    expect(ruleOf(withdraw(' '))).toBe('reason-missing')
    expect(withdraw()).toMatchObject({ events: [{ type: 'withdrawn', pages: beginning.pages }] })
    world.must(node, 'former-page', 'incoming-2019-0', 'former-page.withdraw', { import: 'i1' })
    expect(page().entries.map((one) => one.facts.number)).toEqual([8])
    world.must(node, 'former-page', 'incoming-2019-0', 'former-page.withdraw', { import: 'i2' })
    expect(page().entries).toEqual([])
    expect(ruleOf(begin())).toBe('import-not-open')
  })

  it('stays while something of it lies in a work file', () => {
    begin()
    const entry = aFormerEntry(shelf, 7)
    enter([entry])
    world.states.set('case-file/f1', { creator: 'clerk' })
    const use = { entry: entry.id, file: 'f1' }
    expect(ruleOf(world.act(drafter, 'former-import', 'i1', 'former-import.use', use))).toBe('unknown-object')
    world.must(clerk, 'former-import', 'i1', 'former-import.use', use)
    world.must(clerk, 'former-import', 'i1', 'former-import.use', use)
    expect((world.look('former-import', 'i1') as FormerImport).usedIn).toHaveLength(1)
    expect(ruleOf(withdraw())).toBe('import-in-use')
  })
})

describe('a line', () => {
  it('is what its id says, lies on its page, comes once in a command and bears no secrecy mark', () => {
    begin()
    const entry = aFormerEntry(shelf, 7)
    const changed = { ...entry, facts: { ...entry.facts, subject: 'Khác' } }
    expect(ruleOf(enter([changed]))).toBe('import-page-differs')
    expect(ruleOf(enter([aFormerEntry(shelf, 700)]))).toBe('import-page-differs')
    expect(ruleOf(enter([entry, entry]))).toBe('import-page-differs')
    expect(ruleOf(enter([aFormerEntry(shelf, 7, { remark: 'MẬT' })]))).toBe('secret-refused')
    expect(ruleOf(enter([aFormerEntry(shelf, 7, {}, [{ name: 'TỐI MẬT', file: aPdf('q') }])]))).toBe(
      'secret-refused',
    )
    expect(page()).toBeUndefined()
  })

  it('is brought by the clerk, and taken away by the node alone', () => {
    const { decide, parse } = deciders['former-page']
    const context = { side: 'node', id: 'p1', at: world.at, today: '2026-11-16', look: world.look } as const
    const wanted = parse('former-page.enter', { import: 'i1', entries: [aFormerEntry(shelf, 7)] }) as unknown
    expect(decide(undefined, wanted, { ...context, actor: drafter })).toMatchObject({
      refusal: { rule: 'clerk-only' },
    })
    const away = parse('former-page.withdraw', { import: 'i1' }) as unknown
    expect(decide(undefined, away, { ...context, actor: clerk })).toMatchObject({
      refusal: { rule: 'node-only' },
    })
  })

  it('without a number has a page by its content', () => {
    const facts: FormerFacts = { ...aFormerEntry(shelf, 1).facts, number: null }
    const id = formerEntryId(shelf, facts)
    expect(formerPageId(shelf, { id, facts })).toBe(`incoming-2019-x${id.slice(0, 2)}`)
    expect(formerPageId(shelf, aFormerEntry(shelf, 4812))).toBe('incoming-2019-48')
  })

  it('of which a page holds too many is refused', () => {
    begin()
    for (let part = 0; part < 20; part++)
      enter(Array.from({ length: 100 }, (_, index) => aFormerEntry(shelf, 7, { code: `${part}/${index}` })))
    expect(page().entries).toHaveLength(2000)
    expect(ruleOf(enter([aFormerEntry(shelf, 7, { code: 'x' })]))).toBe('import-page-full')
  })
})
