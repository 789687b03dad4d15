// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { DocumentRow } from '../../../renderer/ui/document-row.tsx'
import type { ListEntry } from '../../../renderer/ui/list-entries.ts'
import { VirtualList } from '../../../renderer/ui/virtual-list.tsx'
import { renderUi } from './render-ui.tsx'

const entries: readonly ListEntry<{ number: string }>[] = [
  { kind: 'group', id: 'today', label: 'Hôm nay' },
  ...Array.from({ length: 1000 }, (_, index) => ({
    kind: 'row' as const,
    id: `r${index}`,
    item: { number: `${index}/UBND` },
  })),
]

let opened: string[]

function List() {
  const [activeId, setActiveId] = useState<string | null>(null)
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set())
  return (
    <>
      <output>{`${activeId ?? 'none'} ${[...selectedIds].join(',')}`}</output>
      <VirtualList
        label="Văn bản đến"
        entries={entries}
        activeId={activeId}
        onActivate={setActiveId}
        onOpen={(id) => opened.push(id)}
        selectedIds={selectedIds}
        onSelectionChange={setSelectedIds}
        isAutoFocused
        renderRow={(row, state) => <DocumentRow row={{ from: 'UBND', subject: '', ...row }} {...state} />}
      />
    </>
  )
}

const press = (code: string, init: KeyboardEventInit = {}) =>
  fireEvent.keyDown(screen.getByRole('grid'), { code, ...init })
const shown = () => document.querySelector('output')?.textContent

beforeEach(() => {
  opened = []
  renderUi(<List />)
})

describe('virtual list', () => {
  it('draws only what is in sight, and tells how long it is', () => {
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('1001')
    expect(screen.getAllByRole('row').length).toBeLessThan(40)
  })

  it('moves, opens and says which row is active', () => {
    press('ArrowDown')
    press('KeyJ')
    press('KeyJ')
    press('KeyJ', { shiftKey: true })
    press('Enter')
    expect(shown()).toBe('r1 ')
    expect(opened).toEqual(['r1'])
    const active = screen.getByRole('grid').getAttribute('aria-activedescendant') ?? ''
    expect(document.getElementById(active)?.textContent).toContain('1/UBND')
  })

  it('selects with Space, extends with Shift, clears with Esc', () => {
    press('ArrowDown')
    press('Space')
    press('ArrowDown', { shiftKey: true })
    press('ArrowDown', { shiftKey: true })
    expect(shown()).toBe('r2 r0,r1,r2')
    press('Escape')
    expect(shown()).toBe('r2 ')
  })

  it('leaves keys alone while composing', () => {
    press('KeyJ', { isComposing: true })
    expect(shown()).toBe('none ')
  })

  it('selects a row by its box without moving to it by the box', () => {
    fireEvent.click(screen.getByLabelText('Chọn UBND 3/UBND'))
    expect(shown()).toBe('none r3')
  })

  it('hears a key that comes when what had the keys has just gone', () => {
    const list = screen.getByRole('grid')
    list.blur()
    fireEvent.keyDown(document.body, { code: 'End' })
    expect(shown()).toBe('r999 ')
    expect(document.activeElement).toBe(list)
  })

  it('leaves such a key to the list that heard it first', () => {
    screen.getByRole('grid').blur()
    document.body.addEventListener('keydown', (event) => event.preventDefault(), {
      capture: true,
      once: true,
    })
    fireEvent.keyDown(document.body, { code: 'End' })
    expect(shown()).toBe('none ')
  })

  it('leaves such a key to a sheet that lies over it', () => {
    screen.getByRole('grid').blur()
    document.body.insertAdjacentHTML('beforeend', '<div role="dialog" aria-modal="true"></div>')
    fireEvent.keyDown(document.body, { code: 'End' })
    expect(shown()).toBe('none ')
    document.querySelector('[aria-modal]')?.remove()
  })
})
