import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { calDavClient } from '../../../backbone/caldav/caldav-client.ts'
import { ownAccounts } from '../../../backbone/caldav/own-accounts.ts'
import { peopleServers } from '../../../backbone/caldav/people-servers.ts'
import { establishAgency } from '../../../backbone/directory.ts'
import { nodeKey } from '../../../backbone/sealing/node-key.ts'
import { sealedFiles } from '../../../backbone/sealing/sealed-files.ts'
import { anAppointment } from '../../builders/an-appointment.ts'
import { aDesk, anAgency } from '../../builders/backbone.ts'
import { onServer } from '../../builders/calendar-on-server.ts'
import { eachWithOwnCalendar } from '../../builders/each-with-own-calendar.ts'
import { KillableNode } from '../../builders/killable-node.ts'
import { nodeOnDisk } from '../../builders/node-on-disk.ts'
import {
  AGENCY,
  HOUR_MS,
  type OwnCalendarOffice,
  PASSWORD,
  PERSON,
  titles,
} from '../../builders/own-calendar-office.ts'

let office: OwnCalendarOffice
eachWithOwnCalendar((opened) => {
  office = opened
})

it('ends at once where the entries may stay', async () => {
  await office.keep(anAppointment('a', { summary: 'Còn lại' }))
  await office.begin()
  await office.later()
  expect((await office.ask({ kind: 'end', takeAway: false })).own).toBeNull()
  await office.remove('a')
  expect(titles(await office.later(2 * HOUR_MS))).toEqual(['Còn lại'])
})

it('nothing more goes there once it has ended, though it was under way', async () => {
  await office.keep(
    ...Array.from({ length: 150 }, (_, one) => anAppointment(`u${one}`, { summary: `Hẹn ${one}` })),
  )
  await office.begin()
  const client = calDavClient(office.server())
  const count = async (): Promise<number> => (await client.list())?.length ?? 0
  await expect.poll(count, { timeout: 10_000 }).toBeGreaterThan(2)
  await office.ask({ kind: 'end', takeAway: false })
  await office.node.settled()
  const left = await count()
  await office.later(HOUR_MS)
  // What the server was just being told it may still have kept.
  expect(await count()).toBeLessThanOrEqual(left + 1)
  expect(await count()).toBeLessThan(150)
})

it('a wrong password is not kept; one that became wrong waits until it is put right', async () => {
  await office.keep(anAppointment('a', { summary: 'Một' }))
  expect(await office.begin({ password: 'sai' })).toMatchObject({ refused: 'wrong-password', own: null })
  await office.begin()
  await office.later()
  office.radicale.letIn(office.user, 'mới')
  await office.keep(anAppointment('b', { summary: 'Hai' }))
  await office.pass()
  const { own } = await office.ask({ kind: 'look' })
  expect(own?.publishing.problem).toBe('wrong-password')
  expect(Date.parse(own?.publishing.nextTryAt ?? '') - office.clock.ms).toBeGreaterThan(5 * HOUR_MS)
  await office.keep(anAppointment('c', { summary: 'Ba' }))
  await office.pass(HOUR_MS)
  expect((await office.ask({ kind: 'look' })).own?.publishing.nextTryAt).toBe(own?.publishing.nextTryAt)

  expect((await office.ask({ kind: 'changePassword', password: 'vẫn sai' })).refused).toBe('wrong-password')
  expect((await office.ask({ kind: 'changePassword', password: 'mới' })).refused).toBeNull()
  await office.node.settled()
  office.radicale.letIn(office.user, PASSWORD)
  expect(titles(await onServer(office.server()))).toEqual(['Ba', 'Hai', 'Một'].toSorted())
})

it('while the server is away it is tried again and again; then everything is there once', async () => {
  await office.keep(anAppointment('a', { summary: 'Một' }))
  await office.begin()
  await office.later()
  await office.radicale.stop()
  await office.keep(anAppointment('b', { summary: 'Hai' }))
  for (let tries = 0; tries < 12; tries += 1) {
    await office.node.settled()
    office.clock.ms += HOUR_MS
  }
  await office.node.settled()
  expect((await office.ask({ kind: 'look' })).own?.publishing.problem).toBe('not-reachable')
  await office.radicale.startAgain()
  expect(titles(await office.later(HOUR_MS))).toEqual(['Hai', 'Một'])
  expect((await office.ask({ kind: 'look' })).own?.publishing).toMatchObject({ problem: null, entries: 2 })
})

it('a node that is killed in between goes on where it was, and nothing is there twice', async () => {
  const place = { folder: await mkdtemp(path.join(tmpdir(), 'congso-killed-')), key: randomBytes(32) }
  const files = sealedFiles(path.join(place.folder, 'keys'), nodeKey(place.key))
  const onDisk = await nodeOnDisk(place, office.clock)
  await establishAgency(await onDisk.workspace(AGENCY), anAgency(AGENCY))
  const desk = await aDesk(onDisk, AGENCY, 'leader')
  const entries = Array.from({ length: 150 }, (_, one) => anAppointment(`u${one}`, { summary: `Hẹn ${one}` }))
  const keeping = desk.signed(
    { kind: 'personal-calendar', id: PERSON },
    'personal-calendar.keep',
    { owner: PERSON, entries },
    { claimedAt: new Date(office.clock.ms).toISOString() },
  )
  const kept = await (await onDisk.workspace(AGENCY)).submit([keeping])
  expect(kept[0]?.outcome).toBe('accepted')
  await onDisk.close()
  await peopleServers(files).set(AGENCY, office.radicale.base)
  const account = {
    workspace: AGENCY,
    person: PERSON,
    url: office.server().url,
    user: office.user,
    password: PASSWORD,
  }
  await ownAccounts(files).add({ ...account, isEnding: false })

  const killable = new KillableNode(place, AGENCY, () => office.clock.ms)
  const start = () => killable.feed(PERSON, 0, 1)
  const client = calDavClient(office.server())
  const count = async (): Promise<number> => (await client.list())?.length ?? 0
  await start()
  await expect.poll(count, { timeout: 10_000 }).toBeGreaterThan(2)
  await killable.kill()
  expect(await count()).toBeLessThan(150)
  await start()
  await expect.poll(count, { timeout: 25_000, interval: 500 }).toBe(150)
  expect((await onServer(office.server())).size).toBe(150)
  await killable.end()
  await rm(place.folder, { recursive: true })
})
