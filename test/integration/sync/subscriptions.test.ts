import { afterEach, expect, test } from 'vitest'
import type { NativeApi } from '../../../renderer/native/native-api.ts'
import { askSubscriptions } from '../../../renderer/workplace/subscriptions/ask-subscriptions.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { Subscription } from '../../../shared/protocol/calendar-subscriptions.ts'
import { SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

let office: SyncOffice
afterEach(() => office.close())

const one = (id: string, version: string | null): Subscription => ({
  id,
  name: `Lịch ${id}`,
  host: 'lich.example',
  mark: 0,
  isBusy: false,
  version: version === null ? null : version.repeat(64),
  readAt: null,
  events: 1,
  unshown: 0,
  problem: null,
  nextAt: '2026-11-23T02:00:00.000Z',
})

/** What the node tells, and which texts it was asked for. */
function aNode() {
  const asked: string[] = []
  const node = {
    list: [] as readonly Subscription[],
    gone: new Set<string>(),
    isAway: false,
    asked,
    invoke: (name: string, input: { readonly id?: string }): Promise<unknown> => {
      if (node.isAway) return Promise.reject(new AppError('offline'))
      if (name === 'backbone.subscriptions')
        return Promise.resolve({ subscriptions: node.list, refused: null })
      const { id = '' } = input
      asked.push(id)
      if (node.gone.has(id))
        return Promise.reject(new AppError('node-refused', { status: 404, problem: 'not-yours' }))
      const version = node.list.find((kept) => kept.id === id)?.version ?? ''
      return Promise.resolve({ version, text: `chữ của ${id} ${version.slice(0, 1)}` })
    },
  }
  return node
}
const ask = (node: ReturnType<typeof aNode>, { desk }: TestDesk) =>
  askSubscriptions(node as unknown as Pick<NativeApi, 'invoke'>, desk, null)

test('a desk keeps the calendars one subscribed to, fetches what changed, and forgets what is gone', async () => {
  office = await SyncOffice.open()
  const person = await office.desk('leader')
  const kept = () => person.desk.readers.office
  const node = aNode()
  node.list = [one('a', '1'), one('b', '1'), one('c', null)]
  await ask(node, person)
  await ask(node, person)
  expect(node.asked).toEqual(['a', 'b'])
  expect(await kept().meetings.subscriptions()).toEqual(node.list)

  node.list = [one('a', '2'), one('c', null)]
  await ask(node, person)
  expect(node.asked).toEqual(['a', 'b', 'a'])
  expect(await kept().meetings.subscribedText('a')).toEqual({ version: '2'.repeat(64), text: 'chữ của a 2' })
  expect(await kept().meetings.subscribedText('b')).toBeUndefined()

  await person.restart()
  node.isAway = true
  await expect(ask(node, person)).rejects.toMatchObject({ code: 'offline' })
  expect((await kept().meetings.subscriptions()).map(({ id }) => id)).toEqual(['a', 'c'])
  expect((await kept().meetings.subscribedText('a'))?.text).toBe('chữ của a 2')
  await person.withDatabase(async (database) => {
    const rows = await database.subscribed.toArray()
    expect(rows.map(({ id }) => id)).toEqual(['list', 'text/a'])
    expect(rows.some(({ sealed }) => Buffer.from(sealed).includes('lich.example'))).toBe(false)
  })
})

test('a calendar that was taken away while it was fetched stays as it was', async () => {
  office = await SyncOffice.open()
  const person = await office.desk('leader')
  const node = aNode()
  node.list = [one('a', '1'), one('b', '1')]
  await ask(node, person)
  node.list = [one('a', '2'), one('b', '2')]
  node.gone.add('a')
  await ask(node, person)
  const { office: kept } = person.desk.readers
  expect((await kept.meetings.subscriptions()).map(({ version }) => version?.[0])).toEqual(['1', '2'])
  expect((await kept.meetings.subscribedText('a'))?.text).toBe('chữ của a 1')
})
