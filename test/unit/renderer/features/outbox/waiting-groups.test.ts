import { describe, expect, it } from 'vitest'
import type { WaitingAct } from '../../../../../renderer/database/views.ts'
import { waitingGroups } from '../../../../../renderer/features/outbox/components/waiting-groups.ts'

let number = 0
function act(type: string, id = 'd1', parts: Partial<WaitingAct> = {}): WaitingAct {
  return {
    id: String(++number),
    aggregate: { kind: 'document', id },
    type,
    payload: {},
    claimedAt: '2026-11-22T01:00:00.000Z',
    post: 'p',
    status: 'queued',
    reason: 'offline',
    rule: null,
    attempts: 0,
    nextAttemptAt: null,
    canDiscard: true,
    ...parts,
  }
}
const shape = (acts: readonly WaitingAct[]) =>
  waitingGroups(acts).map(({ first, count }) => `${first.type} ${count}`)

describe('waiting acts', () => {
  it('saves of one draft are one line, however many', () => {
    const acts = [
      act('document.create'),
      act('document.editText'),
      act('document.setRoute'),
      act('document.submit'),
    ]
    expect(shape(acts)).toEqual(['document.create 3', 'document.submit 1'])
  })

  it('another draft, another reason or an act between begin a new line', () => {
    expect(
      shape([
        act('document.editText'),
        act('document.editText', 'd2'),
        act('document.editText', 'd2', { reason: 'upload' }),
        act('document.submit', 'd2'),
        act('document.editText', 'd2'),
      ]),
    ).toHaveLength(5)
  })

  it('acts that are not writing are never joined', () => {
    expect(shape([act('document.sign'), act('document.sign')])).toEqual([
      'document.sign 1',
      'document.sign 1',
    ])
  })
})
