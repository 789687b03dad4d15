import { afterEach, expect, test } from 'vitest'
import type { OfficialDocument } from '../../../shared/domain/documents/document.ts'
import { formFindings } from '../../../shared/domain/documents/form-check.ts'
import { draft, expectSettled, must, refusalOf, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

let office: SyncOffice
afterEach(() => office.close())

const route = { reviewer: `${OFFICE}-unit-head`, checker: `${OFFICE}-clerk`, signer: `${OFFICE}-leader` }

/** Desks of an office whose clerk checks the form, and an initialled document that lies with the clerk. */
async function initialled() {
  office = await SyncOffice.open()
  await office.workspace.act([
    {
      aggregate: { kind: 'post', id: `${OFFICE}-clerk` },
      type: 'post.appoint',
      payload: {
        ...{ person: `${OFFICE}-p-clerk`, name: 'Vũ Thử', title: 'Văn thư', unit: `${OFFICE}-unit` },
        ...{ roles: ['clerk', 'form-checker'], certificate: null },
      },
    },
  ])
  const [drafter, head, checker, leader] = [
    await office.desk('drafter'),
    await office.desk('unit-head'),
    await office.desk('clerk'),
    await office.desk('leader'),
  ]
  await syncAll(drafter, head, checker, leader)
  const id = await draft(drafter)
  await must(drafter, 'document', id, 'document.setRoute', { route })
  await must(drafter, 'document', id, 'document.submit', { note: '' })
  await syncAll(drafter, checker, head)
  expect(await checker.desk.readers.office.seen('document', id)).toBeNull()
  await initial(head, id, 'nháy')
  await syncAll(head)
  await office.node.settled()
  await syncAll(checker, leader)
  return { drafter, head, checker, leader, id }
}

const initial = (head: TestDesk, id: string, page: string) =>
  must(head, 'document', id, 'document.initial', { pdf: head.aFile(page), level: 'B-B' })
const reasons = async (at: TestDesk) => (await at.desk.readers.office.myWork()).map(({ reason }) => reason)
/** Passes the page that is shown, with a word on whatever its check still finds. */
async function pass(at: TestDesk, id: string): Promise<void> {
  const { state } = (await at.desk.readers.office.seen('document', id))!
  const left = formFindings(state).map(({ rule }) => ({ rule, word: 'Theo mẫu của cơ quan' }))
  await must(at, 'document', id, 'document.checkForm', { pdf: state.initials?.pdf.sha256, left })
}
const sign = (leader: TestDesk) => ({ pdf: leader.aFile('ký'), level: 'B-B' })

test('the form is passed without a network, and the signer signs once the pass has come', async () => {
  const { checker, leader, id } = await initialled()
  expect(await reasons(checker)).toEqual(['checkForm'])
  expect(await reasons(leader)).toEqual([])
  checker.weather = 'down'
  await pass(checker, id)
  expect(await reasons(checker)).toEqual([])
  expect(await refusalOf(leader, 'document', id, 'document.sign', sign(leader))).toMatchObject({
    rule: 'form-check-missing',
  })

  checker.weather = 'up'
  office.clock.pass(120_000)
  await syncAll(checker, leader)
  expect(await reasons(leader)).toEqual(['sign'])
  await must(leader, 'document', id, 'document.sign', sign(leader))
  await syncAll(leader)
  await office.node.settled()
  await syncAll(leader, checker)
  const state = (await office.workspace.state({ kind: 'document', id })) as OfficialDocument
  expect(state.formPass?.by.post).toBe(`${OFFICE}-clerk`)
  expect((await checker.desk.readers.office.seen('document', id))?.state).toEqual(state)
  await expectSettled(checker)
  await expectSettled(leader)
})

test('a pass of a page that was made anew meanwhile does not count for the new one', async () => {
  const { head, checker, leader, id } = await initialled()
  checker.weather = 'down'
  await pass(checker, id)
  await must(head, 'document', id, 'document.editFields', { patch: { place: 'Nơi khác' } })
  await initial(head, id, 'nháy lại')
  await syncAll(head)
  await office.node.settled()

  checker.weather = 'up'
  office.clock.pass(120_000)
  await syncAll(checker, leader)
  expect(await checker.desk.readers.outbox.needsAttention()).toMatchObject([{ cause: { rule: 'not-seen' } }])
  expect(await refusalOf(leader, 'document', id, 'document.sign', sign(leader))).toMatchObject({
    rule: 'form-check-missing',
  })
})
