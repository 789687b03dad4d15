import { randomBytes, verify, createPublicKey } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBase64 } from '#shared/kernel/bytes.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { uuidV7 } from '#shared/kernel/uuid.ts'
import { commandText } from '#shared/log/command.ts'
import { deviceKeyId } from '#shared/log/device-key.ts'
import { feedItem } from '#shared/protocol/feed.ts'
import type { PracticePerson } from '#shared/ipc/session.ipc.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { wiredDesk, type WiredDesk } from '../../builders/wired-desk.ts'

let folder: string
let desk: WiredDesk
let people: readonly PracticePerson[]

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-wired-'))
  desk = await wiredDesk({ folder })
  await desk.api.invoke('practice.startNode', undefined)
  people = await desk.api.invoke('session.listPracticePeople', undefined)
}, 120_000)

afterAll(async () => {
  await desk.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

function person(index: number): PracticePerson {
  const one = people[index]
  if (one === undefined) throw new Error('no such person')
  return one
}

const become = ({ person: id, workspace }: PracticePerson) =>
  desk.api.invoke('session.switchPerson', { person: id, workspace })
const isOnline = async () =>
  (await desk.api.invoke('session.current', undefined))?.connectivity.state === 'online'

function commandOf(who: PracticePerson, changes: { person?: string; workspace?: string } = {}): string {
  return commandText({
    version: 1,
    id: uuidV7(Date.now(), new Uint8Array(randomBytes(10))),
    workspace: changes.workspace ?? who.workspace,
    aggregate: { kind: 'task', id: 'none' },
    type: 'task.start',
    payload: {},
    claimedAt: instantFrom(Date.now()),
    seenServerTime: null,
    actor: { person: changes.person ?? who.person, post: who.post },
    after: [],
  })
}

test('before anybody is logged in, nothing of a person can be reached', async () => {
  expect(people.length).toBeGreaterThanOrEqual(10)
  expect(await desk.api.invoke('session.current', undefined)).toBeNull()
  await expect(desk.api.invoke('session.databaseKey', undefined)).rejects.toMatchObject({
    code: 'no-session',
  })
  await expect(desk.api.invoke('blobs.has', '0'.repeat(64))).rejects.toMatchObject({ code: 'no-session' })
  await expect(become({ ...person(0), person: 'nobody' })).rejects.toMatchObject({ code: 'unknown-person' })
})

test('switching person gives each their own keys, the same every time', async () => {
  const first = await become(person(0))
  expect(first).toMatchObject({ person: person(0).person, locked: false, practice: true })
  expect(first.nodeKey).not.toBeNull()
  const key = await desk.api.invoke('session.databaseKey', undefined)
  const device = await desk.api.invoke('device.current', undefined)
  expect(device.key).toBe(deviceKeyId(fromBase64(device.publicKey)))
  await become(person(1))
  expect(await desk.api.invoke('session.databaseKey', undefined)).not.toEqual(key)
  expect((await desk.api.invoke('device.current', undefined)).key).not.toBe(device.key)
  await become(person(0))
  expect(await desk.api.invoke('session.databaseKey', undefined)).toEqual(key)
  expect((await desk.api.invoke('device.current', undefined)).key).toBe(device.key)
})

test('the device signs only for the person and agency of the session, and the node certified it', async () => {
  const who = person(0)
  await become(who)
  await desk.until(isOnline)
  const { publicKey, key, enrolledUntil } = await desk.api.invoke('device.current', undefined)
  expect(enrolledUntil).not.toBeNull()
  const text = commandOf(who)
  const signed = await desk.api.invoke('device.signCommand', { text })
  const raw = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'base64').toString('base64url') },
    format: 'jwk',
  })
  expect(verify(null, Buffer.from(text), raw, Buffer.from(signed.signature, 'base64'))).toBe(true)
  const other = { text: commandOf(who, { person: person(1).person }) }
  await expect(desk.api.invoke('device.signCommand', other)).rejects.toMatchObject({ code: 'wrong-person' })
  const elsewhere = { text: commandOf(who, { workspace: 'elsewhere' }) }
  await expect(desk.api.invoke('device.signCommand', elsewhere)).rejects.toMatchObject({
    code: 'wrong-workspace',
  })
  await expect(desk.api.invoke('device.signCommand', { text: 'no command' })).rejects.toMatchObject({
    code: 'internal',
  })

  const { outcomes } = await desk.api.invoke('backbone.submitCommands', {
    workspace: who.workspace,
    commands: [{ text, ...signed }],
  })
  expect(outcomes).toMatchObject([{ outcome: 'refused' }])
  expect(signed.key).toBe(key)
})

test('the feed comes line by line and ends with a head of the node', async () => {
  const { workspace } = person(0)
  await become(person(0))
  const { lines, serverTime } = await desk.api.invoke('backbone.readFeed', {
    workspace,
    after: 0,
    limit: 1000,
  })
  const items = lines.map((line) => feedItem.parse(JSON.parse(line)))
  expect(items.at(-1)?.item).toBe('head')
  expect(serverTime).not.toBeNull()
  await desk.until(() => desk.told.some(({ name }) => name === 'backbone.doorbell'))
  await expect(
    desk.api.invoke('backbone.readFeed', { workspace: 'elsewhere', after: 0, limit: 10 }),
  ).rejects.toMatchObject({ code: 'wrong-workspace' })
  await expect(
    desk.api.invoke('backbone.readFeed', { workspace, after: 999_999, limit: 10 }),
  ).rejects.toMatchObject({
    code: 'node-refused',
    facts: { problem: 'cursor-ahead' },
  })
})

test('a file goes to the node and its uploader can fetch it again', async () => {
  const { workspace } = person(0)
  await become(person(0))
  const content = new Uint8Array(randomBytes(5 * 1024 * 1024))
  const { sha256, mediaType } = await desk.api.invoke('blobs.put', {
    bytes: content,
    mediaType: 'application/pdf',
  })
  await desk.api.invoke('backbone.uploadBlob', { workspace, sha256 })
  await desk.api.invoke('blobs.release', sha256)
  expect(await desk.api.invoke('blobs.has', sha256)).toBe(false)
  await desk.api.invoke('backbone.downloadBlob', { workspace, sha256, mediaType })
  expect(sha256Hex(await desk.api.invoke('blobs.get', sha256))).toBe(sha256)
  const unknown = { workspace, sha256: 'ab'.repeat(32), mediaType }
  await expect(desk.api.invoke('backbone.downloadBlob', unknown)).rejects.toMatchObject({
    code: 'node-refused',
  })
})

test('files come from a dialog or a drop, and go out through a dialog', async () => {
  await become(person(0))
  const source = path.join(folder, 'Phụ lục.pdf')
  await writeFile(source, '%PDF-1.7 of the test')
  desk.chosenFiles = [source]
  const [chosen] = await desk.api.invoke('blobs.choose', { extensions: ['pdf'], several: false })
  const dropped = await desk.api.tokenForFile(new File(['%PDF-1.7 of the test'], 'x.pdf'))
  const one = await desk.api.invoke('blobs.import', chosen?.token ?? '')
  const two = await desk.api.invoke('blobs.import', dropped.token)
  expect(one).toEqual({ name: 'Phụ lục.pdf', blob: { ...two.blob, mediaType: 'application/pdf' } })
  await expect(desk.api.invoke('blobs.import', dropped.token)).rejects.toMatchObject({
    code: 'file-token-unknown',
  })
  expect(await desk.api.invoke('blobs.saveAs', { sha256: one.blob.sha256, name: 'x.pdf' })).toBe(false)
  desk.saveTo = path.join(folder, 'saved.pdf')
  expect(await desk.api.invoke('blobs.saveAs', { sha256: one.blob.sha256, name: 'x.pdf' })).toBe(true)
  expect(await readFile(desk.saveTo, 'utf8')).toBe('%PDF-1.7 of the test')
})

test('a locked desk gives no key until it is unlocked', async () => {
  await become(person(0))
  const key = await desk.api.invoke('session.databaseKey', undefined)
  await desk.api.invoke('app.lock', undefined)
  expect((await desk.api.invoke('session.current', undefined))?.locked).toBe(true)
  for (const name of ['session.databaseKey', 'device.current', 'signing.certificates'] as const)
    await expect(desk.api.invoke(name, undefined)).rejects.toMatchObject({ code: 'locked' })
  await desk.api.invoke('session.unlock', undefined)
  expect(await desk.api.invoke('session.databaseKey', undefined)).toEqual(key)
})

test('with the node stopped the desk says so, keeps its person and comes back by itself', async () => {
  await become(person(0))
  await desk.until(isOnline)
  await desk.api.invoke('practice.stopNode', undefined)
  await desk.until(async () => !(await isOnline()))
  const { workspace } = person(0)
  await expect(desk.api.invoke('backbone.readFeed', { workspace, after: 0, limit: 1 })).rejects.toMatchObject(
    { code: 'offline' },
  )
  expect(await become(person(0))).toMatchObject({
    person: person(0).person,
    nodeKey: expect.any(String) as string,
  })
  expect(await desk.api.invoke('practice.state', undefined)).toEqual({ node: 'stopped' })
  await desk.api.invoke('practice.startNode', undefined)
  await desk.until(isOnline)
  const states = desk.told.flatMap(({ name, payload }) =>
    name === 'practice.changed' ? [(payload as { node: string }).node] : [],
  )
  expect(states).toEqual(expect.arrayContaining(['stopped', 'starting', 'running']))
})

test('after a restart the same person works on, with the same keys, also without the node', async () => {
  await become(person(2))
  const key = await desk.api.invoke('session.databaseKey', undefined)
  const again = await wiredDesk({ folder, sealer: desk.sealer })
  expect(await again.api.invoke('session.current', undefined)).toMatchObject({
    person: person(2).person,
    locked: false,
    nodeKey: expect.any(String) as string,
  })
  expect(await again.api.invoke('session.databaseKey', undefined)).toEqual(key)
})
