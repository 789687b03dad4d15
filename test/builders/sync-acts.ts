import { expect } from 'vitest'
import type { Refusal } from '../../shared/domain/decision.ts'
import type { AggregateKind } from '../../shared/log/command.ts'
import { documentFieldsOf, textUpdate } from './a-document.ts'
import { OFFICE, type SyncOffice, type TestDesk } from './sync-office.ts'

/** Does an act that has to be lawful; answers the command's id. */
export async function must(
  at: TestDesk,
  kind: AggregateKind,
  id: string,
  type: string,
  payload: Record<string, unknown> = {},
): Promise<string> {
  const done = await at.desk.act({ kind, id }, type, payload)
  if (!done.ok) throw new Error(`${type}: ${JSON.stringify(done.error)}`)
  return done.value.command
}

/** The refusal of an act that must not go through. */
export async function refusalOf(
  at: TestDesk,
  kind: AggregateKind,
  id: string,
  type: string,
  payload: Record<string, unknown> = {},
): Promise<Refusal> {
  const done = await at.desk.act({ kind, id }, type, payload)
  if (done.ok) throw new Error(`${type} was not refused`)
  return done.error
}

/** A document that may be submitted; answers its id. */
export async function draft(drafter: TestDesk, subject = 'rà soát biên chế'): Promise<string> {
  const id = drafter.desk.newId()
  await must(drafter, 'document', id, 'document.create', {
    kind: 'cong-van',
    fields: documentFieldsOf({ subject }),
  })
  await must(drafter, 'document', id, 'document.editText', { update: textUpdate('Kính gửi') })
  await must(drafter, 'document', id, 'document.setRoute', {
    route: { reviewer: `${OFFICE}-unit-head`, signer: `${OFFICE}-leader` },
  })
  await must(drafter, 'document', id, 'document.setRecipients', {
    recipients: [{ code: '000.00.NOI.T99', name: 'Sở Nội' }],
  })
  return id
}

export async function submitted(drafter: TestDesk, subject?: string): Promise<string> {
  const id = await draft(drafter, subject)
  await must(drafter, 'document', id, 'document.submit', { note: '' })
  return id
}

/** Documents signed and on the log, by these three, ready for the clerks; answers their ids. */
export async function signedDocuments(office: SyncOffice, count: number): Promise<readonly string[]> {
  const [drafter, head, leader] = await Promise.all([
    office.desk('drafter'),
    office.desk('unit-head'),
    office.desk('leader'),
  ])
  await drafter.desk.syncOnce()
  const ids: string[] = []
  for (let made = 0; made < count; made++) ids.push(await submitted(drafter, `văn bản ${made + 1}`))
  await syncAll(drafter, head)
  for (const id of ids)
    await must(head, 'document', id, 'document.initial', { pdf: head.aFile(`nháy ${id}`), level: 'B-B' })
  await syncAll(head)
  await office.node.settled()
  await syncAll(leader)
  for (const id of ids)
    await must(leader, 'document', id, 'document.sign', { pdf: leader.aFile(`ký ${id}`), level: 'B-B' })
  await syncAll(leader)
  await office.node.settled()
  return ids
}

/** One round each, in order; every one must get through. */
export async function syncAll(...desks: readonly TestDesk[]): Promise<void> {
  for (const one of desks) expect(await one.desk.syncOnce()).toBe('done')
}

/** The desk shows what the log says and waits for nothing. */
export async function expectSettled(at: TestDesk): Promise<void> {
  expect(await at.desk.readers.outbox.waiting()).toEqual([])
  const state = await at.desk.readers.outbox.syncState()
  expect(state.failure).toBeNull()
  expect(state.cursor).toBe(at.office.workspace.head().seq)
}
