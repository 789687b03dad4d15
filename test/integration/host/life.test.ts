import { once } from 'node:events'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { launchHostApp, mainPage, newProfile, removeProfile } from './host-app.ts'
import { engineProcesses } from './processes.ts'

let profile: string

beforeEach(async () => {
  profile = await newProfile()
})

afterEach(() => removeProfile(profile))

function countRuns(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('runs', 1)
        opening.onupgradeneeded = () => void opening.result.createObjectStore('runs', { autoIncrement: true })
        opening.onerror = () => reject(new Error('cannot open'))
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('runs', 'readwrite', { durability: 'strict' })
          transaction.objectStore('runs').add(1)
          const counting = transaction.objectStore('runs').count()
          transaction.oncomplete = () => resolve(counting.result)
        }
      }),
  )
}

test('what a page stores is there in the next run, also after the process was killed', async () => {
  const first = await launchHostApp(profile)
  expect(await countRuns(await mainPage(first))).toBe(1)
  await first.close()

  const second = await launchHostApp(profile)
  expect(await countRuns(await mainPage(second))).toBe(2)
  const { pid = 0 } = second.process()
  const ended = once(second.process(), 'exit')
  process.kill(pid, 'SIGKILL')
  await ended
  await expect.poll(() => engineProcesses(profile), { timeout: 10_000 }).toEqual([])

  const third = await launchHostApp(profile)
  expect(await countRuns(await mainPage(third))).toBe(3)
  await third.close()
})

describe('a running app', () => {
  let app: ElectronApplication

  beforeEach(async () => {
    app = await launchHostApp(profile)
    await mainPage(app)
  })

  afterEach(() => app.close())

  test('says who it is and where it keeps its data', async () => {
    const facts = await app.evaluate(({ app: it }) => [
      it.getName(),
      it.getVersion(),
      it.isPackaged,
      it.getPath('userData'),
    ])
    expect(facts).toEqual(['host-app', '1.2.3', false, profile])
  })

  test('talks to a utility process and ends it', async () => {
    const outcome = await app.evaluate(async () => {
      const child = forkEcho({ PATH: process.env['PATH'], MARK: 'own environment' })
      const output = new Promise((resolve) => child.stdout?.once('data', (part) => resolve(String(part))))
      const answered = new Promise((resolve) => child.once('message', resolve))
      child.postMessage({ map: new Map([[1, new Uint8Array([7])]]) })
      const answer = (await answered) as {
        data: { map: Map<number, Uint8Array> }
        args: string[]
        mark: string
        send: string
      }
      const exited = new Promise((resolve) => child.once('exit', resolve))
      const killed = child.kill()
      return [
        answer.data.map.get(1)?.[0],
        answer.args,
        answer.mark,
        answer.send,
        await output,
        killed,
        await exited,
        child.pid,
      ]
    })
    expect(outcome).toEqual([
      7,
      ['an argument'],
      'own environment',
      'undefined',
      'started\n',
      true,
      15,
      undefined,
    ])
  })

  test('hears the exit code of a utility process', async () => {
    const code = await app.evaluate(async () => {
      const child = forkEcho({ PATH: process.env['PATH'] })
      const exited = new Promise((resolve) => child.once('exit', resolve))
      child.postMessage('crash')
      return exited
    })
    expect(code).toBe(3)
  })

  test('seals text for this machine', async () => {
    const [opened, different, refused] = await app.evaluate(async ({ safeStorage }) => {
      const sealed = await safeStorage.encryptStringAsync('bí mật')
      const again = await safeStorage.encryptStringAsync('bí mật')
      const changed = Buffer.from(sealed)
      changed[changed.length - 1]! ^= 1
      const refusal = await safeStorage.decryptStringAsync(changed).then(
        () => 'opened',
        () => 'refused',
      )
      return [(await safeStorage.decryptStringAsync(sealed)).result, !sealed.equals(again), refusal]
    })
    expect([opened, different, refused]).toEqual(['bí mật', true, 'refused'])
  })
})
