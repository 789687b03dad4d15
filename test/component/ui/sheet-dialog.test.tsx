// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FormSheet } from '../../../renderer/ui/form-sheet.tsx'
import { SheetDialog } from '../../../renderer/ui/sheet-dialog.tsx'
import { renderUi } from './render-ui.tsx'

const nothing = () => undefined

const open = (asking: 'day' | 'hours' | null = null) =>
  renderUi(
    <>
      <button autoFocus>behind</button>
      <SheetDialog isOpen title="Mời họp" onClose={nothing} footer={<button>Lưu</button>}>
        <input aria-label="day" autoFocus={asking === 'day'} />
        <input aria-label="hours" autoFocus={asking === 'hours'} />
      </SheetDialog>
    </>,
  )
const field = (name: string) => screen.getByLabelText(name)
const tab = (shiftKey = false): boolean =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Tab', code: 'Tab', shiftKey })

beforeEach(() => {
  vi.useFakeTimers()
  // Nothing has a place in jsdom; here everything is in sight.
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('gives the keys to its first field, or to the one that asks for them', () => {
  const { unmount } = open()
  expect(document.activeElement).toBe(field('day'))
  unmount()
  open('hours')
  expect(document.activeElement).toBe(field('hours'))
})

it('gives them to its act where nothing is to be filled in, whatever stands before it', () => {
  renderUi(
    <FormSheet title="Nhập lịch từ tệp" confirm="Nhập 3 mục" onClose={nothing} onConfirm={nothing}>
      <ul tabIndex={0} />
    </FormSheet>,
  )
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Nhập 3 mục/ }))
})

it('gives them to Cancel where what it does cannot be taken back', () => {
  renderUi(<FormSheet isFinal title="Chốt biên bản" confirm="Chốt" onClose={nothing} onConfirm={nothing} />)
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Huỷ' }))
})

it('gives them to its first field even after a button', () => {
  renderUi(
    <FormSheet title="Xếp tài liệu" confirm="Lưu" onClose={nothing} onConfirm={nothing}>
      <button>Bỏ</button>
      <input aria-label="name" />
    </FormSheet>,
  )
  expect(document.activeElement).toBe(field('name'))
})

it('never takes the keys away from a field that somebody went to meanwhile', () => {
  open('day')
  field('hours').focus()
  act(() => void vi.runAllTimers())
  expect(document.activeElement).toBe(field('hours'))
})

it('goes around inside with Tab, both ways', () => {
  open()
  const close = screen.getByRole('button', { name: 'Đóng' })
  expect(tab(true)).toBe(false)
  expect(document.activeElement).toBe(close)
  expect(tab()).toBe(false)
  expect(document.activeElement).toBe(field('day'))
  expect(tab()).toBe(true)
})
