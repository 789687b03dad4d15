// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  useBooks,
  useCounters,
  useDocument,
  useMyWork,
  useNeedsAttention,
  useOutbox,
  useOutgoing,
  usePeople,
  useRegister,
  useSyncState,
} from '../../renderer/database/use-live.ts'
import { DeskProvider, useDesk } from '../../renderer/sync/desk-context.tsx'
import { draft, must, submitted, syncAll } from '../builders/sync-acts.ts'
import { OFFICE, SyncOffice, type TestDesk } from '../builders/sync-office.ts'

let office: SyncOffice
let drafter: TestDesk
beforeEach(async () => {
  office = await SyncOffice.open()
  drafter = await office.desk('drafter')
})
afterEach(() => office.close())

const at =
  (one: TestDesk) =>
  ({ children }: { readonly children: ReactNode }) => <DeskProvider desk={one.desk}>{children}</DeskProvider>

test('screens see what happens without asking again', async () => {
  const people = renderHook(() => usePeople(), { wrapper: at(drafter) })
  expect(people.result.current).toBeUndefined()
  await waitFor(() => expect(people.result.current).toEqual([]))
  await act(() => syncAll(drafter))
  await waitFor(() => expect(people.result.current).toHaveLength(5))

  const drafts = renderHook(() => useOutgoing('draft'), { wrapper: at(drafter) })
  const counters = renderHook(() => useCounters(), { wrapper: at(drafter) })
  const outbox = renderHook(() => useOutbox(), { wrapper: at(drafter) })
  const sync = renderHook(() => useSyncState(), { wrapper: at(drafter) })
  let id = ''
  await act(async () => {
    id = await draft(drafter)
  })
  const document = renderHook(() => useDocument(id), { wrapper: at(drafter) })
  await waitFor(() => expect(drafts.result.current).toMatchObject([{ id, pending: true }]))
  await waitFor(() => expect(counters.result.current?.outgoing.draft).toBe(1))
  await waitFor(() => expect(outbox.result.current).toHaveLength(4))
  await waitFor(() => expect(sync.result.current?.waiting).toBe(4))
  await waitFor(() => expect(document.result.current?.pending).toBe(true))
  await act(() => syncAll(drafter))
  await waitFor(() => expect(drafts.result.current).toMatchObject([{ id, pending: false }]))
  await waitFor(() => expect(outbox.result.current).toEqual([]))
  await waitFor(() => expect(sync.result.current?.cursor).toBe(office.workspace.head().seq))
  await waitFor(() => expect(document.result.current?.pending).toBe(false))
})

test('a part that comes later knows at once who works here, and only at this desk', async () => {
  await syncAll(drafter)
  const first = renderHook(() => usePeople(), { wrapper: at(drafter) })
  await waitFor(() => expect(first.result.current).toHaveLength(5))
  const seen: unknown[] = []
  renderHook(() => seen.push(usePeople()), { wrapper: at(drafter) })
  expect(seen[0]).toHaveLength(5)

  const head = await office.desk('unit-head')
  const elsewhere = renderHook(() => usePeople(), { wrapper: at(head) })
  expect(elsewhere.result.current).toBeUndefined()
})

test('who works here is read once for all parts of the screen, and once again after a change', async () => {
  const { office: reader } = drafter.desk.readers
  const read = vi.spyOn(reader, 'people')
  const parts = Array.from({ length: 12 }, () => renderHook(() => usePeople(), { wrapper: at(drafter) }))
  await waitFor(() => parts.forEach((part) => expect(part.result.current).toEqual([])))
  expect(read).toHaveBeenCalledTimes(1)
  await act(() => syncAll(drafter))
  await waitFor(() => parts.forEach((part) => expect(part.result.current).toHaveLength(5)))
  const [first, ...others] = parts.map((part) => part.result.current)
  for (const other of others) expect(other).toBe(first)
  const before = read.mock.calls.length
  await act(() => draft(drafter))
  expect(read).toHaveBeenCalledTimes(before)
})

test('the answer to one question never stands for another', async () => {
  await syncAll(drafter)
  const ids = [await draft(drafter, 'Việc thứ nhất'), await draft(drafter, 'Việc thứ hai')]
  const shown: (string | undefined)[][] = []
  const document = renderHook(
    ({ id }) => {
      shown.push([id, useDocument(id)?.state.id])
    },
    { wrapper: at(drafter), initialProps: { id: ids[0] ?? '' } },
  )
  await waitFor(() => expect(shown.at(-1)).toEqual([ids[0], ids[0]]))
  document.rerender({ id: ids[1] ?? '' })
  expect(shown.at(-1)).toEqual([ids[1], undefined])
  await waitFor(() => expect(shown.at(-1)).toEqual([ids[1], ids[1]]))
  expect(shown.filter(([asked, answered]) => answered !== undefined && answered !== asked)).toEqual([])
})

test('what is not here is null; what came to a desk is on it', async () => {
  const head = await office.desk('unit-head')
  await syncAll(drafter, head)
  const work = renderHook(() => useMyWork(), { wrapper: at(head) })
  const id = await submitted(drafter)
  const document = renderHook(() => useDocument(id), { wrapper: at(head) })
  await waitFor(() => expect(document.result.current).toBeNull())
  await act(() => syncAll(drafter, head))
  await waitFor(() => expect(work.result.current).toMatchObject([{ reason: 'review', about: { id } }]))
  await waitFor(() => expect(document.result.current?.state.status).toBe('submitted'))
})

test('registers join what their numbers were given to', async () => {
  const clerk = await office.desk('clerk')
  await syncAll(clerk)
  const books = renderHook(() => useBooks(), { wrapper: at(clerk) })
  const register = renderHook(() => useRegister('book-out', '2026-01-01', '2026-12-31'), {
    wrapper: at(clerk),
  })
  await waitFor(() => expect(books.result.current).toHaveLength(2))
  await must(clerk, 'book', 'book-out', 'book.voidNumber', { reason: 'viết nhầm' })
  await act(() => syncAll(clerk))
  await waitFor(() => expect(register.result.current).toMatchObject([{ number: 1, what: 'voided' }]))
  await waitFor(() =>
    expect(books.result.current?.find((book) => book.id === 'book-out')).toMatchObject({
      last: 1,
      voidedCount: 1,
    }),
  )
})

test('acts that need attention appear and go', async () => {
  await syncAll(drafter)
  const attention = renderHook(() => useNeedsAttention(), { wrapper: at(drafter) })
  const desk = renderHook(() => useDesk(), { wrapper: at(drafter) })
  expect(desk.result.current.post).toBe(`${OFFICE}-drafter`)
  const id = await draft(drafter)
  await syncAll(drafter)
  const edit = await must(drafter, 'document', id, 'document.editFields', { patch: { subject: 'khác' } })
  await must(drafter, 'document', id, 'document.submit', { note: '' })
  await act(async () => {
    await drafter.desk.discard(edit)
  })
  await waitFor(() => expect(attention.result.current).toMatchObject([{ type: 'document.submit' }]))
  const [item] = attention.result.current ?? []
  await act(async () => {
    await drafter.desk.discard(item?.what === 'act' ? item.id : '')
  })
  await waitFor(() => expect(attention.result.current).toEqual([]))
})
