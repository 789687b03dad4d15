import { afterEach, expect, test } from 'vitest'
import type { PracticePerson, SessionFacts } from '#shared/ipc/session.ipc.ts'
import { askMain } from './fixtures/ask-main.ts'
import { launchApp, type RunningApp } from './fixtures/launch-app.ts'

let running: RunningApp

afterEach(() => running.end())

async function ask<T>(name: string, input?: unknown): Promise<T> {
  const answer = await askMain(running.page, name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error?.code ?? ''}`)
  return answer.value as T
}

const session = (): Promise<SessionFacts | null> => ask('session.current')

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await running.page.waitForTimeout(100)
}

async function workAs(part: string): Promise<PracticePerson> {
  await until(async () => (await session()) !== null)
  const people = await ask<PracticePerson[]>('session.listPracticePeople')
  const who = people.find(({ title }) => title.includes(part))
  if (who === undefined) throw new Error('nobody')
  await ask('session.switchPerson', { person: who.person, workspace: who.workspace })
  return who
}

test('after a kill the same person works on, with what was put on disk', async () => {
  running = await launchApp()
  const { person, workspace } = await workAs('Văn thư')
  const key = await ask<number[]>('session.databaseKey')
  const { sha256 } = await ask<{ sha256: string }>('blobs.put', {
    bytes: { $bytes: [1, 2, 3] },
    mediaType: 'application/octet-stream',
  })
  running = await running.killAndStartAgain()
  await until(async () => (await session()) !== null)
  expect(await session()).toMatchObject({ person, workspace, locked: false })
  expect(await ask('session.databaseKey')).toEqual(key)
  expect(await ask('blobs.get', sha256)).toEqual([1, 2, 3])
  await until(async () => (await session())?.connectivity.state === 'online')
})

test('settings last, and a scheme is felt by every page at once', async () => {
  running = await launchApp()
  await ask('settings.change', { language: 'en', scheme: 'dark' })
  expect(await running.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
  running = await running.killAndStartAgain()
  expect(await ask('settings.read')).toMatchObject({ language: 'en', scheme: 'dark', textSize: 'normal' })
})

test('a reset takes keys, files and the log back to the first day', async () => {
  running = await launchApp()
  const who = await workAs('Văn thư')
  const key = await ask<number[]>('session.databaseKey')
  await until(async () => (await session())?.connectivity.state === 'online')
  const { nodeKey } = (await session()) ?? {}
  await ask('practice.reset')
  expect(await session()).toBeNull()
  expect(await running.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  await ask('session.switchPerson', { person: who.person, workspace: who.workspace })
  expect(await ask('session.databaseKey')).not.toEqual(key)
  expect((await session())?.nodeKey).not.toBe(nodeKey)
})
