// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { useState, type ReactNode } from 'react'
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
/** Done, and what the sheet makes of it too. */
const settled = (done: () => unknown) =>
  act(async () => {
    await Promise.resolve(done())
  })
/** Draws one after the other in the same place. */
function renderInTurn(first: ReactNode) {
  let next: (children: ReactNode) => void = nothing
  function Turns() {
    const [children, setChildren] = useState(first)
    next = setChildren
    return children
  }
  renderUi(<Turns />)
  return { show: (children: ReactNode) => act(() => next(children)) }
}

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

it('says what it is about when it opens', () => {
  renderUi(<SheetDialog isOpen title="Mời họp" description="3 người" footer={null} onClose={nothing} />)
  expect(screen.getByRole('dialog', { name: 'Mời họp', description: '3 người' })).toBeDefined()
})

it('keeps the keys while an act that was pressed cannot be pressed again, and gives them back to it', async () => {
  let goOn: () => void = nothing
  function Reading() {
    const [isReading, setReading] = useState(false)
    goOn = () => setReading(false)
    return (
      <SheetDialog isOpen title="Lịch ở nơi khác" onClose={nothing} footer={<button>Lưu</button>}>
        <button onClick={() => setReading(true)} disabled={isReading}>
          Đọc lại
        </button>
      </SheetDialog>
    )
  }
  renderUi(<Reading />)
  const read = screen.getByRole('button', { name: 'Đọc lại' })
  expect(document.activeElement).toBe(read)
  await settled(() => fireEvent.click(read))
  expect(document.activeElement).toBe(screen.getByRole('dialog'))
  await settled(() => goOn())
  expect(document.activeElement).toBe(read)
  await settled(() => fireEvent.click(read))
  expect(tab()).toBe(false)
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Lưu' }))
  await settled(() => goOn())
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Lưu' }))
})

it('gives the keys to what takes the place of a line that was taken out', async () => {
  function Lines() {
    const [lines, setLines] = useState(['a', 'b', 'c'])
    return (
      <SheetDialog isOpen title="Địa chỉ" onClose={nothing} footer={null}>
        {lines.map((line) => (
          <button key={line} onClick={() => setLines(lines.filter((one) => one !== line))}>
            {line}
          </button>
        ))}
      </SheetDialog>
    )
  }
  renderUi(<Lines />)
  const line = (name: string) => screen.getByRole('button', { name })
  line('b').focus()
  await settled(() => fireEvent.click(line('b')))
  expect(document.activeElement).toBe(line('c'))
  await settled(() => fireEvent.click(line('c')))
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Đóng' }))
})

it('gives the keys back to where they were before the first of the sheets that followed one another', () => {
  const drawn = (sheet: string | undefined) => (
    <>
      <main tabIndex={-1} />
      <button>Lịch hẹn</button>
      {sheet !== undefined && (
        <SheetDialog key={sheet} isOpen title={sheet} footer={null} onClose={nothing} />
      )}
    </>
  )
  const { show } = renderInTurn(drawn(undefined))
  screen.getByRole('button', { name: 'Lịch hẹn' }).focus()
  show(drawn('Sửa lịch'))
  show(drawn('Khách mời'))
  expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true)
  show(drawn(undefined))
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Lịch hẹn' }))
})

it('gives the keys to the screen when what had them is gone', () => {
  const { show } = renderInTurn(<button autoFocus>Lịch hẹn</button>)
  show(
    <>
      <button autoFocus>Lịch hẹn</button>
      <SheetDialog isOpen title="Bỏ lịch" footer={null} onClose={nothing} />
    </>,
  )
  show(<main tabIndex={-1} />)
  expect(document.activeElement?.tagName).toBe('MAIN')
})
