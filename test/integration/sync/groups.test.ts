import { afterEach, expect, test } from 'vitest'
import { expand, groupsOf, type Group } from '../../../shared/domain/directory/groups.ts'
import { documentFieldsOf } from '../../builders/a-document.ts'
import { expectSettled, must, refusalOf, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

let office: SyncOffice
afterEach(() => office.close())

const group = (desk: TestDesk, name: string, ...codes: readonly string[]) => ({
  id: desk.desk.newId(),
  name,
  of: 'agencies' as const,
  members: codes.map((id) => ({ id, name: `Cơ quan ${id}` })),
})
const keep = (desk: TestDesk, owner: string, kept: Group) =>
  must(desk, 'groups', owner, 'groups.keep', { owner, group: kept })
const seen = async (desk: TestDesk, owner: string): Promise<readonly Group[] | undefined> =>
  (await desk.desk.readers.office.seen('groups', owner))?.state.groups

async function list(...codes: readonly string[]): Promise<void> {
  await office.workspace.act(
    codes.map((code) => ({
      aggregate: { kind: 'correspondent', id: code },
      type: 'correspondent.list',
      payload: { code, name: `Sở ${code}`, onBackbone: true },
    })),
  )
}

test('what the clerk keeps for the agency a specialist expands without a network, and what was sent stays as it was', async () => {
  office = await SyncOffice.open()
  await list('T1', 'T2')
  const [clerk, drafter] = [await office.desk('clerk'), await office.desk('drafter')]
  await syncAll(clerk, drafter)
  const kept = group(clerk, 'Các sở', 'T1', 'T2', 'T9')
  await keep(clerk, 'agency', kept)
  await syncAll(clerk, drafter)

  drafter.weather = 'down'
  const { office: reader } = drafter.desk.readers
  const [found] = (await seen(drafter, 'agency')) ?? []
  const known = new Map((await reader.correspondents()).map((one) => [one.code, one.name]))
  const { added, gone } = expand(found!, { known, chosen: new Set(['T1']), canChoose: () => true })
  expect(added).toEqual([{ id: 'T2', name: 'Sở T2' }])
  expect(gone).toEqual([{ id: 'T9', name: 'Cơ quan T9' }])
  const document = drafter.desk.newId()
  await must(drafter, 'document', document, 'document.create', {
    kind: 'cong-van',
    fields: documentFieldsOf({}),
  })
  const recipients = added.map(({ id, name }) => ({ code: id, name }))
  await must(drafter, 'document', document, 'document.setRecipients', { recipients })

  await keep(clerk, 'agency', { ...kept, members: [{ id: 'T1', name: 'Sở T1' }] })
  await syncAll(clerk)
  drafter.weather = 'up'
  await syncAll(drafter)
  expect((await seen(drafter, 'agency'))?.[0]?.members).toHaveLength(1)
  expect((await reader.seen('document', document))?.state.recipients).toEqual(recipients)
  await expectSettled(drafter)
})

test('two clerks who keep different groups at once, neither with a network, both keep theirs', async () => {
  office = await SyncOffice.open(2)
  const [one, other] = [await office.desk('clerk'), await office.desk('clerk-2')]
  await syncAll(one, other)
  await keep(one, 'agency', group(one, 'Các sở', 'T1'))
  await keep(other, 'agency', group(other, 'Các xã', 'T2'))
  await syncAll(one, other, one)
  for (const desk of [one, other]) {
    expect((await seen(desk, 'agency'))?.map(({ name }) => name)).toEqual(['Các sở', 'Các xã'])
    await expectSettled(desk)
  }
})

test('the groups of a unit are its members’, one’s own nobody else’s', async () => {
  office = await SyncOffice.open()
  const [head, drafter] = [await office.desk('unit-head'), await office.desk('drafter')]
  await syncAll(head, drafter)
  const unit = groupsOf({ kind: 'unit', id: `${OFFICE}-unit` })
  const own = groupsOf({ kind: 'post', id: drafter.desk.post })
  await keep(head, unit, group(head, 'Bạn hàng', 'T1'))
  await keep(drafter, own, group(drafter, 'Của tôi', 'T2'))
  await syncAll(head, drafter, head)
  expect((await seen(drafter, unit))?.map(({ name }) => name)).toEqual(['Bạn hàng'])
  expect(await seen(head, own)).toBeUndefined()
  const wish = { owner: 'agency', group: group(drafter, 'Các sở', 'T1') }
  expect(await refusalOf(drafter, 'groups', 'agency', 'groups.keep', wish)).toMatchObject({
    rule: 'group-not-yours',
  })
})
