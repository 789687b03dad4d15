// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useToast } from '../../../renderer/ui/toast.tsx'
import { renderUi } from './render-ui.tsx'

let undone: string[]

function Acts() {
  const toast = useToast()
  return (
    <>
      <button onClick={() => toast.show({ text: 'Đã vào sổ', undo: () => undone.push('register') })}>
        register
      </button>
      <button onClick={() => toast.show({ text: 'Đã ký số', seconds: 60, undo: () => undone.push('sign') })}>
        sign
      </button>
      <button onClick={() => toast.undo()}>ctrl z</button>
    </>
  )
}

const click = (name: string) => fireEvent.click(screen.getByText(name))
const wait = (seconds: number) => {
  for (let second = 0; second < seconds; second += 1) act(() => void vi.advanceTimersByTime(1000))
}

beforeEach(() => {
  vi.useFakeTimers()
  undone = []
  renderUi(<Acts />)
})
afterEach(() => vi.useRealTimers())

describe('toast', () => {
  it('counts its undo down and leaves', () => {
    click('register')
    screen.getByText('Hoàn tác 10 giây')
    wait(2)
    screen.getByText('Hoàn tác 8 giây')
    wait(8)
    expect(screen.queryByText(/Hoàn tác/)).toBeNull()
    click('ctrl z')
    expect(undone).toEqual([])
  })

  it('gives way to the next one, with the time that one has', () => {
    click('register')
    click('sign')
    screen.getByText('Hoàn tác 60 giây')
    click('ctrl z')
    expect(undone).toEqual(['sign'])
    expect(screen.queryByText(/Hoàn tác/)).toBeNull()
  })
})
