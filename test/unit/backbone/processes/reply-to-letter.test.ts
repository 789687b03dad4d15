import { describe, expect, it } from 'vitest'
import type { Cause } from '../../../../backbone/processes/process.ts'
import { replyToLetter } from '../../../../backbone/processes/reply-to-letter.ts'
import type { AggregateRef } from '../../../../shared/log/command.ts'
import { LawOffice, lawfully, people, signed } from '../../shared/domain/law/cases/office.ts'

const cause = {
  workspace: 'a',
  aggregate: { kind: 'document', id: 'd1' },
  serverTime: '2026-11-16T03:00:00.000Z',
  event: { type: 'issued', id: 'e1', at: '2026-11-16T03:00:00.000Z', by: { person: 'p', post: 'clerk' } },
} as const satisfies Cause

/** What follows in an office from the issue of `d1`. */
async function follows(office: LawOffice) {
  const read = (ref: AggregateRef) => Promise.resolve(office.world.look(ref.kind, ref.id))
  return replyToLetter.react(cause, read, () => Promise.resolve([]))
}

describe('an issued document', () => {
  it('is noted at the letter that it answers, once', async () => {
    const office = new LawOffice()
    office.registered()
    office.numbered()
    lawfully(office.document(people.clerk, 'seal', signed()))
    expect(await follows(office)).toEqual([])

    const answering = new LawOffice()
    answering.registered()
    answering.draft({ answers: 'l1' })
    lawfully(answering.document(people.drafter, 'submit', { note: '' }))
    lawfully(answering.document(people.head, 'initial', signed()))
    lawfully(answering.document(people.leader, 'sign', signed()))
    lawfully(answering.book(people.clerk, 'assignNumber', { subject: 'd1' }))
    lawfully(answering.document(people.clerk, 'takeNumber', { book: 'out' }))
    const [reaction] = await follows(answering)
    expect(reaction).toMatchObject({
      aggregate: { kind: 'letter', id: 'l1' },
      type: 'letter.noteReply',
      payload: { document: 'd1', code: '01/SNV-TCBC' },
    })
    const note = { document: 'd1', code: '01/SNV-TCBC' }
    lawfully(answering.letter(people.node, 'noteReply', note))
    lawfully(answering.letter(people.node, 'noteReply', note))
    expect(answering.letterState().replies).toHaveLength(1)
  })
})
