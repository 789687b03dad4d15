import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarServersOf } from '../../../backbone/practice/open-practice.ts'
import { makeKeyFile, readKeyFile } from '../../../backbone/sealing/key-file.ts'
import { nodeKey } from '../../../backbone/sealing/node-key.ts'
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
  await mkdir(path.join(folder, 'province'))
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
  await mkdir(path.join(folder, 'province'), { recursive: true })
  const servers = await calendarServersOf(folder, nodeKey(await readKeyFile(keyFile)))
  const named = calendar(undefined, '--people', 'https://lich.example/dav')
  expect(JSON.parse(named.stdout)).toEqual({ workspace: 'snv', people: 'https://lich.example/dav/' })
  expect(await servers.people.of('snv')).toBe('https://lich.example/dav/')
  expect(calendar(undefined, '--no-people').status).toBe(0)
  expect(await servers.people.of('snv')).toBeUndefined()
})
