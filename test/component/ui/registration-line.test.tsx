// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { RegistrationLine } from '../../../renderer/ui/registration-line.tsx'
import { renderUi } from './render-ui.tsx'

let changes: string[]

beforeEach(() => {
  changes = []
  renderUi(
    <RegistrationLine
      fields={[
        { id: 'number', label: 'Số đến', value: '4.812', isFixed: true, note: 'cấp khi có mạng' },
        { id: 'date', label: 'Ngày đến', value: '16/11/2026' },
      ]}
      onChange={(id, value) => changes.push(`${id}: ${value}`)}
    />,
  )
})

describe('registration line', () => {
  it('is edited in place and taken with Enter', () => {
    fireEvent.click(screen.getByLabelText('Sửa Ngày đến: 16/11/2026'))
    const field = screen.getByLabelText('Ngày đến')
    fireEvent.change(field, { target: { value: '15/11/2026' } })
    fireEvent.keyDown(field, { code: 'Enter' })
    expect(changes).toEqual(['date: 15/11/2026'])
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('is left as it was with Esc', () => {
    fireEvent.click(screen.getByLabelText('Sửa Ngày đến: 16/11/2026'))
    const field = screen.getByLabelText('Ngày đến')
    fireEvent.change(field, { target: { value: '1' } })
    fireEvent.keyDown(field, { code: 'Escape' })
    expect(changes).toEqual([])
  })

  it('cannot change what the book gives', () => {
    expect(screen.getAllByRole('button')).toHaveLength(1)
    screen.getByText('cấp khi có mạng')
  })
})
