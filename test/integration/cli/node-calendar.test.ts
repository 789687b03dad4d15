import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarToSet } from '../../../backbone/config.ts'
import { loadNodeIdentity } from '../../../backbone/node-identity.ts'
import { calendarServersOf } from '../../../backbone/practice/open-practice.ts'
import { makeKeyFile, readKeyFile } from '../../../backbone/sealing/key-file.ts'
import { nodeKey } from '../../../backbone/sealing/node-key.ts'
import { sealedFiles } from '../../../backbone/sealing/sealed-files.ts'
import { Radicale } from '../../builders/radicale.ts'

const root = path.resolve(import.meta.dirname, '../../..')

let radicale: Radicale
let folder: string
let keyFile: string
beforeAll(async () => {
  radicale = await Radicale.start()
  folder = await mkdtemp(path.join(tmpdir(), 'congso-node-calendar-'))
  keyFile = path.join(folder, 'key')
  await makeKeyFile(keyFile)
})

/** What a node leaves in its folder when it is first started there. */
const started = async (): Promise<unknown> =>
  loadNodeIdentity(sealedFiles(path.join(folder, 'province', 'keys'), nodeKey(await readKeyFile(keyFile))))

afterAll(async () => {
  await radicale.close()
  await rm(folder, { recursive: true, force: true })
})

function calendar(password: string | undefined, ...args: readonly string[]) {
  const all = ['node', 'calendar', '--data', folder, '--key-file', keyFile, '--workspace', 'snv', ...args]
  return spawnSync(process.execPath, [path.join(root, 'electron/cli/congso.mjs'), ...all], {
    encoding: 'utf8',
    cwd: root,
    env: { ...process.env, ...(password === undefined ? {} : { CONGSO_CALENDAR_PASSWORD: password }) },
  })
}

test('the operator names the collection; the password is tried, then lies sealed, and is taken away again', async () => {
  const server = radicale.collection('lich')
  const to = ['--url', server.url, '--user', server.user]
  expect(calendar(server.password, ...to).status).not.toBe(0)
  await started()
  expect(calendar('sai', ...to).status).not.toBe(0)
  expect(calendar(undefined, ...to).status).not.toBe(0)
  expect(calendar(server.password, '--url', 'http://lich.example/x/', '--user', 'a').status).not.toBe(0)

  const set = calendar(server.password, ...to)
  expect(JSON.parse(set.stdout)).toEqual({ workspace: 'snv', url: server.url, entries: null })
  const servers = await calendarServersOf(folder, nodeKey(await readKeyFile(keyFile)))
  expect(await servers.weeks.of('snv')).toEqual(server)
  expect(await servers.weeks.of('stc')).toBeUndefined()
  const keys = path.join(folder, 'province', 'keys')
  for (const name of await readdir(keys))
    expect((await readFile(path.join(keys, name))).includes(server.password)).toBe(false)

  expect(calendar(undefined, '--none').status).toBe(0)
  expect(await servers.weeks.of('snv')).toBeUndefined()
})

test('the operator names the server on which people may publish their own calendars, and takes it away', async () => {
  await started()
  const servers = await calendarServersOf(folder, nodeKey(await readKeyFile(keyFile)))
  const named = calendar(undefined, '--people', 'https://lich.example/dav')
  expect(JSON.parse(named.stdout)).toEqual({ workspace: 'snv', people: 'https://lich.example/dav/' })
  expect(await servers.people.of('snv')).toBe('https://lich.example/dav/')
  expect(calendar(undefined, '--no-people').status).toBe(0)
  expect(await servers.people.of('snv')).toBeUndefined()
})

test('with the key file of another node nothing is set, and the operator is told', async () => {
  await started()
  const keys = path.join(folder, 'province', 'keys')
  const before = await readdir(keys)
  const other = path.join(folder, 'other key')
  await makeKeyFile(other)
  for (const args of [['--none'], ['--people', 'https://lich.example/dav'], ['--no-people']]) {
    const tried = calendar(undefined, '--key-file', other, ...args)
    expect(tried.status).toBe(1)
    expect(tried.stderr).toContain('with this key file')
  }
  expect(await readdir(keys)).toEqual(before)
})

test('of what would be set together nothing is set: neither is left as it was unsaid', () => {
  for (const args of [
    ['--none', '--no-people'],
    ['--people', 'https://lich.example/dav', '--none'],
    ['--url', 'https://lich.example/x/', '--user', 'a', '--no-people'],
  ])
    expect(() =>
      calendarToSet(['calendar', '--data', 'd', '--key-file', 'k', '--workspace', 'snv', ...args], {}),
    ).toThrow('one of')
})
