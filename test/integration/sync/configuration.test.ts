import { afterEach, expect, test } from 'vitest'
import { CONFIGURATION_ID } from '../../../shared/domain/configuration/configuration.ts'
import { profileSettings, type AgencySettings } from '../../../shared/domain/configuration/settings.ts'
import { instantFrom, localDateOf } from '../../../shared/kernel/instant.ts'
import { expectSettled, signedDocuments, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice } from '../../builders/sync-office.ts'

let office: SyncOffice
afterEach(() => office.close())

async function publish(settings: Partial<AgencySettings>): Promise<void> {
  const aggregate = { kind: 'configuration', id: CONFIGURATION_ID } as const
  const from = localDateOf(instantFrom(office.clock.now()))
  await office.workspace.act([
    {
      aggregate,
      type: 'configuration.draft',
      payload: { basedOn: 0, settings: { ...profileSettings, ...settings } },
    },
  ])
  await office.workspace.act([
    { aggregate, type: 'configuration.publish', payload: { draft: 1, from, reason: 'Quyết định 12/QĐ' } },
  ])
}

test('what the agency sets is what every desk shows of its units, its symbol and its books', async () => {
  office = await SyncOffice.open()
  const clerk = await office.desk('clerk')
  await syncAll(clerk)
  const { office: reader } = clerk.desk.readers
  const [unit] = await reader.units()
  await publish({
    agencyAbbreviation: 'SNVX',
    unitAbbreviations: { [unit!.id]: 'TCCB' },
    series: [{ id: 'di', name: 'Sổ văn bản đi', direction: 'outgoing', kinds: ['Báo cáo'] }],
  })
  await syncAll(clerk)
  expect((await reader.units()).find(({ id }) => id === unit!.id)?.abbreviation).toBe('TCCB')
  expect((await reader.agency(OFFICE))?.state.abbreviation).toBe('SNVX')
  expect((await reader.books()).find(({ id }) => id === 'book-out')?.kinds).toEqual(['Báo cáo'])
  const recorded = await reader.asRecorded(OFFICE)
  expect(recorded.units.find(({ id }) => id === unit!.id)).toEqual(unit)
  expect(recorded.books.find(({ id }) => id === 'book-out')?.kinds).toEqual([])
})

test('a book made for some kinds by the configuration gives no number to another', async () => {
  office = await SyncOffice.open()
  const [letter] = await signedDocuments(office, 1)
  await publish({
    series: [
      { id: 'bc', name: 'Sổ văn bản đi', direction: 'outgoing', kinds: ['Báo cáo'] },
      { id: 'di', name: 'Sổ chung', direction: 'outgoing', kinds: [] },
    ],
  })
  const clerk = await office.desk('clerk')
  await syncAll(clerk)
  expect(await clerk.desk.giveNumber({ kind: 'document', id: letter! }, 'book-out')).toMatchObject({
    ok: false,
    error: { rule: 'book-kind-differs' },
  })
  await expectSettled(clerk)
})
