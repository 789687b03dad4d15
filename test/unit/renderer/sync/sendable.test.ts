import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OutboxItem } from '../../../../renderer/database/repositories/outbox-repository.ts'
import type { OutboxStatus } from '../../../../renderer/database/rows.ts'
import { sendable } from '../../../../renderer/sync/sendable.ts'

const item = (
  order: number,
  key: string,
  status: OutboxStatus,
  after: readonly number[] = [],
  nextAttemptAt = 0,
): OutboxItem =>
  ({
    id: `c${order}`,
    order,
    key,
    status,
    nextAttemptAt,
    command: { text: 'x'.repeat(10) },
    body: { after: after.map((one) => `c${one}`) },
  }) as unknown as OutboxItem
const ids = (items: readonly OutboxItem[]): string[] => items.map((one) => one.id)

test('what is due goes in order; what waits holds back its aggregate and what depends on it, and nothing else', () => {
  const outbox = [
    item(1, 'a', 'accepted'),
    item(2, 'a', 'queued', [1]),
    item(3, 'b', 'queued', [], 500),
    item(4, 'b', 'queued', [3]),
    item(5, 'c', 'queued', [4]),
    item(6, 'd', 'queued'),
    item(7, 'e', 'attention'),
    item(8, 'f', 'queued', [7]),
  ]
  expect(ids(sendable(outbox, 100, false))).toEqual(['c2', 'c6'])
  expect(ids(sendable(outbox, 100, true))).toEqual(['c2', 'c3', 'c4', 'c5', 'c6'])
  expect(ids(sendable(outbox, 100, true, new Set(['c3'])))).toEqual(['c2', 'c6'])
})

test('a request carries at most a hundred commands', () => {
  const outbox = Array.from({ length: 250 }, (_, index) => item(index, `k${index}`, 'queued'))
  expect(sendable(outbox, 0, false)).toHaveLength(100)
})

test('whatever waits, nothing is sent before what it depends on', () => {
  const queue = fc.array(
    fc.record({ key: fc.constantFrom('a', 'b', 'c'), isLate: fc.boolean(), after: fc.array(fc.nat(30)) }),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(queue, (specs) => {
      const outbox = specs.map(({ key, isLate, after }, order) =>
        item(
          order,
          key,
          'queued',
          after.filter((one) => one < order),
          isLate ? 9 : 0,
        ),
      )
      const sent = ids(sendable(outbox, 5, false))
      const position = new Map(sent.map((id, index) => [id, index]))
      for (const one of outbox) {
        if (!position.has(one.id)) continue
        const earlier = outbox.filter(
          (other) => other.order < one.order && (other.key === one.key || one.body.after.includes(other.id)),
        )
        for (const other of earlier)
          expect(position.get(other.id) ?? Infinity).toBeLessThan(position.get(one.id) ?? -1)
      }
    }),
  )
})
