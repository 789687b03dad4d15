// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { PersonPicker } from '../../../renderer/ui/person-picker.tsx'
import { renderUi } from './render-ui.tsx'

const options = [
  { id: 'bao', name: 'Lương Quốc Bảo' },
  { id: 'sang', name: 'Vi Văn Sáng' },
]

function Chosen() {
  const [value, setValue] = useState<readonly string[]>([])
  return <PersonPicker label="Thành phần" options={options} value={value} onChange={setValue} isMany />
}

const names = () => screen.queryAllByRole('button', { name: /^Bỏ/ }).length

it('Enter chooses whom the letters find; Ctrl Enter, which confirms the sheet, chooses nobody', () => {
  renderUi(<Chosen />)
  const field = screen.getByRole('textbox')
  fireEvent.focus(field)
  fireEvent.change(field, { target: { value: 'bao' } })
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' })
  expect(names()).toBe(1)
  fireEvent.keyDown(field, { key: 'ArrowDown', code: 'ArrowDown' })
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter', ctrlKey: true })
  expect(names()).toBe(1)
  fireEvent.keyDown(field, { key: 'ArrowDown', code: 'ArrowDown' })
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' })
  expect(names()).toBe(2)
})
