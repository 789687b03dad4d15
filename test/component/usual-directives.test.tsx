// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { useTemplates } from '../../renderer/features/incoming/hooks/use-usual-directives.ts'
import { LanguageProvider } from '../../renderer/i18n/language-provider.tsx'
import { DeskProvider } from '../../renderer/sync/desk-context.tsx'
import { must, syncAll } from '../builders/sync-acts.ts'
import { SyncOffice } from '../builders/sync-office.ts'

const nothing = () => undefined

test('no key stands for another directive before the own ones are read', async () => {
  const office = await SyncOffice.open()
  const leader = await office.desk('leader')
  await syncAll(leader)
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <LanguageProvider language="vi" onChange={nothing}>
      <DeskProvider desk={leader.desk}>{children}</DeskProvider>
    </LanguageProvider>
  )
  const before = renderHook(() => useTemplates('normal'), { wrapper })
  await waitFor(() => expect(before.result.current.map((one) => one.isOwn)).toContain(false))

  const { post } = leader.desk
  const own = { text: 'Để biết.', lead: null, cooperating: [], inform: ['drafter'], workingDays: null }
  await act(() => must(leader, 'usual-directives', post, 'usual-directives.set', { post, directives: [own] }))
  const shown: string[][] = []
  renderHook(() => shown.push(useTemplates('normal').map((one) => one.text)), { wrapper })
  await waitFor(() => expect(shown.at(-1)).toEqual([own.text]))
  expect(shown.filter((texts) => texts.length > 0 && texts[0] !== own.text)).toEqual([])
  await office.close()
})
