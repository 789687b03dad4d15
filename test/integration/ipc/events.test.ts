import { expect, test } from 'vitest'
import { nativeEvents } from '../../../renderer/native/native-events.ts'
import { pageEvents } from '../../../electron/ipc/events.ts'

const bell = (head: number) => ({ workspace: 'so-noi-vu', head })

test('what happens before the page listens is told when it does, in order', () => {
  const events = pageEvents()
  const told: unknown[] = []
  events.emit('backbone.doorbell', bell(1))
  events.emit('backbone.doorbell', bell(2))
  events.attach({ send: (name, payload) => told.push([name, payload]) })
  events.emit('backbone.doorbell', bell(3))
  expect(told).toEqual([1, 2, 3].map((head) => ['backbone.doorbell', bell(head)]))
})

test('a page that loads anew gets nothing until it listens again', () => {
  const events = pageEvents()
  const first: unknown[] = []
  const second: unknown[] = []
  events.attach({ send: (_name, payload) => first.push(payload) })
  events.detach()
  events.emit('backbone.doorbell', bell(4))
  events.attach({ send: (_name, payload) => second.push(payload) })
  expect([first, second]).toEqual([[], [bell(4)]])
})

test('what does not fit the contract never leaves', () => {
  const events = pageEvents()
  expect(() => events.emit('backbone.doorbell', bell(-1))).toThrow()
  expect(() => events.emit('backbone.doorbell', { ...bell(1), secret: 'x' } as never)).toThrow()
})

test('the page is told to main once, after all subscriptions of the same turn', async () => {
  const invoked: string[] = []
  const listeners: ((payload: unknown) => void)[] = []
  const subscribe = nativeEvents({
    invoke: (name) => Promise.resolve(invoked.push(name)),
    subscribe: (_name, listener) => {
      listeners.push(listener)
      return () => undefined
    },
  })
  const heard: number[] = []
  subscribe('backbone.doorbell', ({ head }) => heard.push(head))
  subscribe('session.changed', () => undefined)
  expect(invoked).toEqual([])
  await Promise.resolve()
  expect(invoked).toEqual(['app.listening'])
  listeners[0]?.(bell(7))
  expect(heard).toEqual([7])
  expect(() => listeners[0]?.({ head: 'x' })).toThrow()
})
