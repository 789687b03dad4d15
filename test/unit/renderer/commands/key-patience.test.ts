// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKeyPatience } from '../../../../renderer/commands/key-patience.ts'
import type { KeyPatience } from '../../../../renderer/commands/key-patience.ts'

let clock: number
let isReading: boolean
let heard: string[]
let patience: KeyPatience
let waiting: (() => void)[]
let grid: HTMLElement
const hear = (event: KeyboardEvent) => {
  heard.push(event.code)
  if (event.code === 'KeyP') read(false)
}

const read = (done: boolean) => {
  isReading = !done
  if (done) patience.onRead()
}
/** What was put off, until nothing is put off any more. */
const settle = () => {
  for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) work()
}
const press = (code: string, init: KeyboardEventInit = {}, target: Element = grid) =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', {
      code,
      key: code.replace('Key', '').toLowerCase(),
      bubbles: true,
      cancelable: true,
      ...init,
    }),
  )

beforeEach(() => {
  ;[clock, isReading, heard, waiting] = [0, false, [], []]
  grid = document.createElement('div')
  grid.setAttribute('role', 'grid')
  grid.tabIndex = 0
  document.body.replaceChildren(grid)
  grid.focus()
  patience = createKeyPatience({
    isReading: () => isReading,
    now: () => clock,
    later: (work) => void waiting.push(work),
  })
  window.addEventListener('keydown', patience.onKeyDown, true)
  window.addEventListener('pointerdown', patience.onPointerDown, true)
  window.addEventListener('keydown', hear)
})
afterEach(() => {
  window.removeEventListener('keydown', patience.onKeyDown, true)
  window.removeEventListener('pointerdown', patience.onPointerDown, true)
  window.removeEventListener('keydown', hear)
})

describe('keys that come before the chosen letter is read', () => {
  it('keeps a verb until the letter is there', () => {
    press('KeyJ')
    read(false)
    press('KeyR')
    expect(heard).toEqual(['KeyJ'])
    read(true)
    settle()
    expect(heard).toEqual(['KeyJ', 'KeyR'])
  })

  it('moves on at once, as long as no verb waits', () => {
    press('KeyJ')
    read(false)
    press('KeyJ')
    press('ArrowDown')
    expect(heard).toEqual(['KeyJ', 'KeyJ', 'ArrowDown'])
  })

  it('gives verbs and moves back in their order, each when what it is meant for is read', () => {
    press('KeyJ')
    read(false)
    for (const code of ['KeyP', 'KeyJ', 'KeyP']) press(code)
    read(true)
    settle()
    expect(heard).toEqual(['KeyJ', 'KeyP'])
    read(true)
    settle()
    expect(heard).toEqual(['KeyJ', 'KeyP', 'KeyJ', 'KeyP'])
  })

  it('keeps nothing after an act, so that a key pressed twice does not meet a letter nobody saw', () => {
    press('KeyJ')
    patience.acted()
    read(false)
    press('KeyR')
    expect(heard).toEqual(['KeyJ', 'KeyR'])
    read(true)
    settle()
    expect(heard).toEqual(['KeyJ', 'KeyR'])
  })

  it('gives back no second verb after one that acted, until something is chosen again', () => {
    const act = (event: KeyboardEvent) => {
      if (event.code !== 'KeyP') return
      patience.acted()
      read(false)
    }
    window.addEventListener('keydown', act)
    press('KeyJ')
    read(false)
    for (const code of ['KeyP', 'KeyR', 'KeyJ', 'KeyX']) press(code)
    read(true)
    settle()
    expect(heard).toEqual(['KeyJ', 'KeyP'])
    read(true)
    settle()
    window.removeEventListener('keydown', act)
    expect(heard).toEqual(['KeyJ', 'KeyP', 'KeyJ', 'KeyX'])
  })

  it('keeps what is pressed after a place was gone to', () => {
    patience.chose()
    read(false)
    press('KeyJ', {}, document.body)
    expect(heard).toEqual([])
    read(true)
    settle()
    expect(heard).toEqual(['KeyJ'])
  })

  it('forgets them when the wait is long, on Escape and on a click', () => {
    const end = [
      () => {
        clock += 2001
      },
      () => press('Escape'),
      () => document.body.dispatchEvent(new Event('pointerdown', { bubbles: true })),
    ]
    for (const forget of end) {
      press('KeyJ')
      read(false)
      press('KeyR')
      forget()
      read(true)
      settle()
    }
    expect(heard).not.toContain('KeyR')
  })

  it('does not stay silent when nothing is ever read', () => {
    press('KeyJ')
    read(false)
    press('KeyR')
    clock += 2001
    press('KeyR')
    expect(heard).toEqual(['KeyJ', 'KeyR'])
  })

  it('leaves text, repeated keys and keys with effects of their own alone', () => {
    const field = document.createElement('input')
    document.body.append(field)
    press('KeyJ')
    read(false)
    press('KeyA', {}, field)
    press('Tab')
    press('KeyC', { ctrlKey: true })
    expect(heard).toEqual(['KeyJ', 'KeyA', 'Tab', 'KeyC'])
    press('KeyR', { repeat: true })
    read(true)
    settle()
    expect(heard).not.toContain('KeyR')
  })

  it('gives letters to the field that a verb opened', () => {
    const field = document.createElement('input')
    document.body.append(field)
    const open = (event: KeyboardEvent) => {
      if (event.code !== 'KeyA' || event.target === field) return
      event.preventDefault()
      field.focus()
    }
    window.addEventListener('keydown', open)
    press('KeyJ')
    read(false)
    for (const code of ['KeyA', 'KeyN', 'KeyG']) press(code)
    read(true)
    settle()
    window.removeEventListener('keydown', open)
    expect(field.value).toBe('ng')
  })
})
