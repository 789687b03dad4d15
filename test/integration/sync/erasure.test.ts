import { afterEach, expect, test } from 'vitest'
import { anIncomingLetter } from '../../builders/an-incoming-letter.ts'
import { expectSettled, must, syncAll } from '../../builders/sync-acts.ts'
import { SyncOffice } from '../../builders/sync-office.ts'

let office: SyncOffice
afterEach(() => office.close())

const ref = { kind: 'letter', id: 'l1' } as const

test('what the log says is erased leaves every desk whole: rows, history, pending acts, files, index; and never comes back', async () => {
  office = await SyncOffice.open()
  const clerk = await office.desk('clerk')
  const tablet = await office.desk('clerk')
  const letter = anIncomingLetter(ref.id, { subject: 'V/v chuyện sẽ bị hủy' })
  await office.workspace.act([letter])
  await syncAll(clerk, tablet)
  await must(clerk, 'letter', ref.id, 'letter.accept', { verdictSeen: 'unsigned' })
  await syncAll(clerk)
  tablet.weather = 'down'
  await must(tablet, 'letter', ref.id, 'letter.refuse', { reason: 'chuyện sẽ bị hủy' })

  await office.workspace.act([
    {
      aggregate: ref,
      type: 'letter.erase',
      payload: { basis: { kind: 'disposal', id: 'd1' }, by: { person: 'p', post: 'leader' } },
    },
  ])
  await office.workspace.erase(ref)
  tablet.weather = 'up'
  office.clock.pass(120_000)
  await syncAll(clerk, tablet)

  for (const desk of [clerk, tablet]) {
    expect(await desk.desk.readers.office.seen('letter', ref.id)).toBeNull()
    expect(await desk.desk.readers.office.incoming('toRegister')).toEqual([])
    expect(await desk.desk.readers.outbox.waiting()).toEqual([])
    expect(await desk.desk.readers.outbox.needsAttention()).toEqual([])
    await expectSettled(desk)
    await desk.withDatabase(async (database) => {
      expect(await database.projected('found').get(`letter/${ref.id}`)).toBeUndefined()
      expect(await database.projected('found').get(ref.id)).toBeUndefined()
      expect(await database.outbox.count()).toBe(0)
    })
  }
  const late = await office.desk('clerk-2')
  await syncAll(late)
  expect(await late.desk.readers.office.seen('letter', ref.id)).toBeNull()
  const refused = await late.desk.act(ref, 'letter.accept', { verdictSeen: 'unsigned' })
  expect(refused).toMatchObject({ ok: false })
})
