// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DeskProvider } from '../../renderer/sync/desk-context.tsx'
import { GroupSheet } from '../../renderer/workplace/groups/group-sheet.tsx'
import { RefusalProvider } from '../../renderer/workplace/refusal-notice.tsx'
import { RolePicker } from '../../renderer/workplace/tasks/role-picker.tsx'
import type { GroupMember } from '../../shared/domain/directory/groups.ts'
import { must, syncAll } from '../builders/sync-acts.ts'
import { OFFICE, SyncOffice, type TestDesk } from '../builders/sync-office.ts'
import { renderUi } from './ui/render-ui.tsx'

const nothing = () => undefined
const member = (role: string, name: string): GroupMember => ({ id: `${OFFICE}-${role}`, name })

let office: SyncOffice
let head: TestDesk
beforeEach(async () => {
  office = await SyncOffice.open(2)
  const clerk = await office.desk('clerk')
  head = await office.desk('unit-head')
  await syncAll(clerk)
  const members = [
    member('drafter', 'Lê Thử'),
    member('clerk', 'Vũ Thử'),
    member('unit-head', 'Trần Thử'),
    member('retired', 'Ngô Thử'),
  ]
  const group = { id: clerk.desk.newId(), name: 'Tổ cải cách', of: 'people', members }
  await must(clerk, 'groups', 'agency', 'groups.keep', { owner: 'agency', group })
  await syncAll(clerk, head)
})
afterEach(() => office.close())

/** Co-workers of whoever was chosen to be told. */
function Asked({ onChange }: { readonly onChange: (ids: readonly string[]) => void }) {
  const [chosen, setChosen] = useState<readonly string[]>([`${OFFICE}-clerk-2`])
  return (
    <RolePicker
      role="cooperating"
      roles={['lead', 'cooperating', 'inform']}
      field={{ id: 'field', 'aria-describedby': undefined, 'aria-invalid': false }}
      chosen={{ lead: [], cooperating: chosen, inform: [`${OFFICE}-drafter`] }}
      isAutoFocused={false}
      onLead={nothing}
      onChange={(of) => {
        setChosen(of(chosen))
        onChange(of(chosen))
      }}
    />
  )
}

test('a group says whom it adds, who is there already, who cannot be chosen and who is gone; one undo takes it back out', async () => {
  const told: (readonly string[])[] = []
  renderUi(
    <DeskProvider desk={head.desk}>
      <Asked onChange={(ids) => told.push(ids)} />
    </DeskProvider>,
  )
  const field = screen.getByRole('textbox')
  fireEvent.change(field, { target: { value: 'to cai' } })
  const option = await waitFor(() => screen.getByRole('option', { name: /Tổ cải cách/ }))
  expect(option.textContent).toContain('Nhóm của cơ quan · 4 người')
  expect(option.textContent).toContain('Thêm 1: Vũ Thử')
  expect(option.textContent).toContain('Đã có 1: Lê Thử')
  expect(option.textContent).toContain('Không chọn được ở đây 1: Trần Thử')
  expect(option.textContent).toContain('Không còn trong danh bạ 1: Ngô Thử')
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' })
  await waitFor(() => expect(told.at(-1)).toEqual([`${OFFICE}-clerk-2`, `${OFFICE}-clerk`]))
  screen.getByText(/Đã thêm 1 thành viên của nhóm “Tổ cải cách”.*Không còn trong danh bạ 1: Ngô Thử$/)
  fireEvent.keyDown(field, { key: 'z', code: 'KeyZ', ctrlKey: true })
  expect(told.at(-1)).toEqual([`${OFFICE}-clerk-2`])
})

test('a member who is gone is told in the sheet and taken out there; a name that is taken is refused with its rule', async () => {
  const owner = 'agency'
  const clerk = office.desks[0]!
  const [kept] = (await clerk.desk.readers.office.seen('groups', owner))?.state.groups ?? []
  const other = { ...kept!, id: clerk.desk.newId(), name: 'Tổ công vụ' }
  await must(clerk, 'groups', owner, 'groups.keep', {
    owner,
    group: { ...other, members: [...other.members] },
  })
  const me = (await clerk.desk.readers.office.people()).find((one) => one.id === clerk.desk.post)!
  let closed = 0
  renderUi(
    <DeskProvider desk={clerk.desk}>
      <RefusalProvider>
        <GroupSheet me={me} asked={{ owner, group: other }} onClose={() => (closed += 1)} />
      </RefusalProvider>
    </DeskProvider>,
  )
  const gone = await waitFor(() => screen.getByRole('img', { name: 'không còn trong danh bạ' }))
  expect(gone.parentElement?.textContent).toBe('Ngô Thử')
  fireEvent.click(screen.getByRole('button', { name: 'Bỏ Ngô Thử' }))
  const name = screen.getByRole('textbox', { name: 'Tên nhóm' })
  const save = screen.getByRole('button', { name: /^Lưu nhóm/ })
  fireEvent.change(name, { target: { value: 'to cai cach' } })
  await screen.findByText('Đã có nhóm tên “to cai cach”.')
  expect(save.matches(':disabled')).toBe(true)
  fireEvent.change(name, { target: { value: 'Tổ giúp việc' } })
  fireEvent.click(save)
  await waitFor(() => expect(closed).toBe(1))
  const groups = (await clerk.desk.readers.office.seen('groups', owner))?.state.groups ?? []
  expect(groups.map((one) => one.name)).toEqual(['Tổ cải cách', 'Tổ giúp việc'])
  expect(groups[1]?.members.map((one) => one.name)).toEqual(['Lê Thử', 'Vũ Thử', 'Trần Thử'])
})
