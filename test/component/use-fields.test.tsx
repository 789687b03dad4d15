// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useDocument } from '../../renderer/database/use-live.ts'
import { useFields } from '../../renderer/features/drafting/hooks/use-fields.ts'
import { DeskProvider } from '../../renderer/sync/desk-context.tsx'
import { RefusalProvider } from '../../renderer/workplace/refusal-notice.tsx'
import type { OfficialDocument } from '../../shared/domain/documents/document.ts'
import { draft, syncAll } from '../builders/sync-acts.ts'
import { SyncOffice, type TestDesk } from '../builders/sync-office.ts'
import { renderUi } from './ui/render-ui.tsx'

type Fields = ReturnType<typeof useFields>

let office: SyncOffice
let drafter: TestDesk
let page: Fields
/** Every abstract that was shown, in order, each once. */
let shown: string[]

beforeEach(async () => {
  office = await SyncOffice.open()
  drafter = await office.desk('drafter')
  await syncAll(drafter)
  shown = []
})
afterEach(() => office.close())

function Page({ document }: { readonly document: OfficialDocument }) {
  page = useFields(document)
  const { subject } = page.fields
  if (shown.at(-1) !== subject) shown.push(subject)
  return <p>{subject}</p>
}

function Open({ id }: { readonly id: string }) {
  const seen = useDocument(id)
  return seen == null ? null : <Page document={seen.state} />
}

async function opened(): Promise<void> {
  const id = await draft(drafter, 'trước')
  renderUi(
    <DeskProvider desk={drafter.desk}>
      <RefusalProvider>
        <Open id={id} />
      </RefusalProvider>
    </DeskProvider>,
  )
  await screen.findByText('trước')
}

const write = async (subject: string): Promise<void> => {
  act(() => page.change({ subject }))
  await act(() => page.flush())
}

test('what was typed never gives way to what stood there before, until it stands there itself', async () => {
  await opened()
  await write('sau')
  await write('sau nữa')
  await act(() => syncAll(drafter))
  await screen.findByText('sau nữa')
  expect(shown).toEqual(['trước', 'sau', 'sau nữa'])
})

test('what is refused goes back to what stands there, with the rule', async () => {
  await opened()
  await write('TUYỆT MẬT')
  await screen.findByRole('alertdialog')
  expect(shown).toEqual(['trước', 'TUYỆT MẬT', 'trước'])
})
