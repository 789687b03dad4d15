// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCommandRegistry } from '../../../../renderer/commands/command-registry.ts'
import type { CommandRegistry } from '../../../../renderer/commands/command-registry.ts'
import type { Command, Enabled } from '../../../../renderer/commands/command.ts'
import { createShortcutHandler } from '../../../../renderer/commands/shortcuts.ts'

let registry: CommandRegistry
let ran: string[]
let refused: string[]
let clock: number
let stop: () => void

function command(id: string, shortcut: string, enabled: Enabled = true): Command {
  return {
    id,
    title: 'verbs.register',
    group: 'selection',
    shortcut,
    isEnabled: () => enabled,
    run: () => void ran.push(id),
  }
}

/** As Chromium sends it: `code` is the place, `key` what the layout or the input method made of it. */
function type(
  code: string,
  init: KeyboardEventInit = {},
  target: EventTarget = document.body,
): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    code,
    key: code.replace(/^Key/, '').toLowerCase(),
    bubbles: true,
    cancelable: true,
    ...init,
  })
  target.dispatchEvent(event)
  return event
}

function field<K extends 'input' | 'textarea' | 'div' | 'button'>(tag: K): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  document.body.append(element)
  return element
}

beforeEach(() => {
  registry = createCommandRegistry()
  ran = []
  refused = []
  clock = 0
  const onKeyDown = createShortcutHandler({
    registry,
    onRefused: (one, rule) => void refused.push(`${one.id}: ${rule}`),
    now: () => clock,
  })
  window.addEventListener('keydown', onKeyDown)
  stop = () => window.removeEventListener('keydown', onKeyDown)
})

afterEach(() => {
  stop()
  document.body.replaceChildren()
})

describe('shortcuts', () => {
  it('go by the place of the key, whatever Telex or another layout makes of it', () => {
    registry.register([command('register', 'KeyR'), command('draft', 'KeyD')])
    type('KeyR', { key: 'ử' })
    type('KeyD', { key: 'đ' })
    expect(ran).toEqual(['register', 'draft'])
  })

  it('stay silent while a syllable is being composed', () => {
    registry.register([command('register', 'KeyR'), command('send', 'Control+Enter')])
    const input = field('input')
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, data: '' }))
    const pressed = type('KeyR', { isComposing: true })
    type('KeyR', { key: 'Process' })
    type('KeyR', { key: 'Unidentified' })
    type('Enter', { ctrlKey: true, isComposing: true }, input)
    expect(ran).toEqual([])
    expect(pressed.defaultPrevented).toBe(false)
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'việc' }))
    type('KeyR')
    expect(ran).toEqual(['register'])
  })

  it('leave every letter, digit and Enter to text fields', () => {
    registry.register([
      command('register', 'KeyR'),
      command('first', 'Digit1'),
      command('go', 'KeyG KeyI'),
      command('confirm', 'Enter'),
    ])
    const editable = field('div')
    editable.setAttribute('contenteditable', 'true')
    for (const target of [field('input'), field('textarea'), editable]) {
      for (const code of ['KeyR', 'Digit1', 'KeyG', 'KeyI', 'Enter']) {
        expect(type(code, {}, target).defaultPrevented).toBe(false)
      }
    }
    expect(ran).toEqual([])
  })

  it('keep Control, Alt and function keys working in text fields', () => {
    registry.register([
      command('send', 'Control+Enter'),
      command('finding', 'F8'),
      command('back', 'Alt+ArrowLeft'),
    ])
    const input = field('textarea')
    type('Enter', { ctrlKey: true }, input)
    type('F8', {}, input)
    type('ArrowLeft', { altKey: true }, input)
    expect(ran).toEqual(['send', 'finding', 'back'])
  })

  it('work on a focused checkbox, but leave Enter and Space to a focused button', () => {
    registry.register([command('register', 'KeyR'), command('confirm', 'Enter')])
    const box = field('input')
    box.type = 'checkbox'
    type('KeyR', {}, box)
    const button = field('button')
    type('Enter', {}, button)
    type('KeyR', {}, button)
    expect(ran).toEqual(['register', 'register'])
  })

  it('wait for the second key of a sequence, for a while', () => {
    registry.register([command('go-incoming', 'KeyG KeyI'), command('issue', 'KeyI')])
    type('KeyG')
    type('KeyI')
    expect(ran).toEqual(['go-incoming'])
    type('KeyG')
    clock += 1501
    type('KeyI')
    expect(ran).toEqual(['go-incoming', 'issue'])
  })

  it('take a second key that continues nothing for itself', () => {
    registry.register([command('go-incoming', 'KeyG KeyI'), command('return', 'KeyX')])
    type('KeyG')
    type('KeyX')
    type('KeyI')
    expect(ran).toEqual(['return'])
  })

  it('forget the first key once a text field gets a key', () => {
    registry.register([command('go-incoming', 'KeyG KeyI')])
    type('KeyG')
    type('KeyA', {}, field('input'))
    type('KeyI')
    expect(ran).toEqual([])
  })

  it('ask whether the command may run, and tell the rule when not', () => {
    registry.register([command('present', 'KeyP', { rule: 'register-before-present' })])
    expect(type('KeyP').defaultPrevented).toBe(true)
    expect(ran).toEqual([])
    expect(refused).toEqual(['present: register-before-present'])
  })

  it('run once while the key is held, and not at all when the event was taken', () => {
    registry.register([command('register', 'KeyR')])
    type('KeyR')
    type('KeyR', { repeat: true })
    const take = (event: Event) => event.preventDefault()
    document.body.addEventListener('keydown', take)
    type('KeyR')
    document.body.removeEventListener('keydown', take)
    expect(ran).toEqual(['register'])
  })

  it('belong to the part registered last, and go back when it leaves', () => {
    registry.register([command('screen', 'KeyR')])
    const leave = registry.register([command('sheet', 'KeyR')])
    type('KeyR')
    leave()
    type('KeyR')
    expect(ran).toEqual(['sheet', 'screen'])
  })

  it('leave an open menu its letters, and the rest of the keyboard to the screen', () => {
    registry.register([command('register', 'KeyR'), command('palette', 'Control+KeyK')])
    const menu = field('div')
    menu.setAttribute('role', 'menu')
    const item = menu.appendChild(document.createElement('button'))
    type('KeyR', {}, item)
    type('KeyK', { ctrlKey: true }, item)
    expect(ran).toEqual(['palette'])
  })

  it('know a second key for the same act', () => {
    registry.register([{ ...command('palette', 'Control+KeyK'), also: ['Slash'] }])
    type('Slash')
    type('Slash', {}, field('input'))
    expect(ran).toEqual(['palette'])
  })
})
