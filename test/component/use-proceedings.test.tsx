// @vitest-environment jsdom
import { act as during, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sha256Hex } from '#shared/kernel/hash.ts'
import { useProceedings } from '../../renderer/features/meetings/hooks/use-proceedings.ts'
import type { MeetingActs } from '../../renderer/features/meetings/hooks/use-meeting-acts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** What stands in the meeting, and how often it was written. */
const kept = { text: '', writings: 0 }
beforeEach(() => Object.assign(kept, { text: '', writings: 0 }))
const act = ((_type: string, { over, text }: { over: string; text: string }) => {
  if (sha256Hex(kept.text) !== over) return Promise.resolve(false)
  Object.assign(kept, { text, writings: kept.writings + 1 })
  return Promise.resolve(true)
}) as unknown as MeetingActs['act']

const desk = () =>
  renderHook(({ stored }) => useProceedings('i1', stored, act), { initialProps: { stored: '' } })
type Desk = ReturnType<typeof desk>
const type = (at: Desk, text: string) => during(() => at.result.current.type(text))
/** Typing rests, and every desk sees what stands there. */
async function rest(...desks: readonly Desk[]): Promise<void> {
  await during(() => vi.advanceTimersByTimeAsync(2000))
  for (const one of desks) one.rerender({ stored: kept.text })
}

it('two who write of one item at once write over nothing of each other, and come to rest', async () => {
  const [chair, secretary] = [desk(), desk()]
  type(chair, 'Đồng chí An nhất trí.')
  type(secretary, 'Đồng chí Bình hỏi về số liệu.')
  for (let turn = 0; turn < 10; turn++) await rest(chair, secretary)
  for (const words of ['Đồng chí An nhất trí.', 'Đồng chí Bình hỏi về số liệu.'])
    expect(kept.text.split('\n')).toContain(words)
  expect([chair.result.current.text, secretary.result.current.text]).toEqual([kept.text, kept.text])
  expect(kept.writings).toBe(2)
})

it('what is added behind what another wrote meanwhile stands there once', async () => {
  const [chair, secretary] = [desk(), desk()]
  type(secretary, 'Một.')
  await rest(chair, secretary)
  type(secretary, 'Một. Hai.')
  type(chair, 'Một.\nBa.')
  for (let turn = 0; turn < 5; turn++) await rest(secretary, chair)
  expect(kept.text).toMatch(/^Một\.(\nBa\.\nHai\.| Hai\.\nBa\.)$/u)
})

it('typing goes on while what was sent is on its way', async () => {
  const secretary = desk()
  type(secretary, 'Một')
  await during(() => vi.advanceTimersByTimeAsync(2000))
  type(secretary, 'Một, hai')
  secretary.rerender({ stored: 'Một' })
  expect(secretary.result.current.text).toBe('Một, hai')
  await rest(secretary)
  expect(kept).toEqual({ text: 'Một, hai', writings: 2 })
})
