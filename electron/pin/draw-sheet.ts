import type { PinSheet } from '#shared/ipc/pin.ipc.ts'
import { element } from './element.ts'
import { counted, dateText, fill, wordsOf, type Words } from './words.ts'

/** Boxes drawn before anything is typed; a longer PIN gets more. */
const BOXES = 8

/** The parts that stay while a PIN is typed. */
export interface AskParts {
  readonly input: HTMLInputElement
  readonly confirm: HTMLButtonElement
  /** Draws one dot a letter. */
  readonly showLength: () => void
}

function header(sheet: PinSheet, words: Words): HTMLElement {
  const count = sheet.subjects.length
  const [only] = sheet.subjects
  const details =
    count === 1 && only !== undefined && sheet.said === null ? [element('p', { class: 'subject' }, only)] : []
  const held = sheet.heldBack > 0 ? [element('p', {}, counted(words.heldBack, sheet.heldBack))] : []
  const title = element('span', {}, counted(words.title[sheet.act], count))
  return element('header', {}, element('h1', {}, title, element('kbd', {}, 'Esc')), ...details, ...held)
}

/** All that is signed, so that nothing is signed that was not read here. */
function saidRows({ said, subjects }: PinSheet, words: Words): readonly (readonly [string, string])[] {
  if (said === null) return []
  const { choice, reasons, papers } = said
  return [
    [words.said.question, subjects.join('\n')],
    [words.said.choice, words.said.choices[choice]],
    ...(reasons === '' ? [] : ([[words.said.reasons, reasons]] as const)),
    ...(papers.length === 0 ? [] : ([[words.said.papers, papers.join('; ')]] as const)),
  ]
}

function facts(sheet: PinSheet, words: Words): HTMLElement {
  const { holder, organisation, issuer, validUntil, use } = sheet.certificate
  const name = organisation === null || organisation === holder ? holder : `${holder}, ${organisation}`
  const rows: readonly (readonly [string, string])[] = [
    ...saidRows(sheet, words),
    [words.holder[use], name],
    [words.certificate, fill(words.validUntil, { issuer, date: dateText(validUntil) })],
    [words.after, words.next[sheet.next]],
  ]
  const isLong = sheet.said !== null
  return element(
    'dl',
    isLong ? { class: 'said', tabindex: '0' } : {},
    ...rows.flatMap(([term, value]) => [element('dt', {}, term), element('dd', {}, value)]),
  )
}

function askPart(sheet: PinSheet, words: Words, onClose: () => void): { part: HTMLElement; parts: AskParts } {
  const { triesLeft: count, wasWrong } = sheet
  const tries = wasWrong
    ? element('span', { role: 'alert' }, counted(words.wrong, count))
    : element('span', {}, counted(words.tries, count))
  const input = element('input', { id: 'pin', type: 'password', autocomplete: 'off', maxlength: '64' })
  const boxes = element('div', { class: wasWrong ? 'boxes wrong' : 'boxes' })
  const cancel = element('button', { type: 'button' }, words.cancel)
  cancel.addEventListener('click', onClose)
  const confirm = element(
    'button',
    { type: 'submit', class: 'primary' },
    words.confirm[sheet.act],
    element('kbd', {}, 'Enter'),
  )
  const showLength = (): void => {
    const { length } = input.value
    const dots = Array.from({ length: Math.max(BOXES, length) }, (_, index) =>
      element('i', { class: index < length ? 'filled' : index === length ? 'next' : '' }),
    )
    boxes.replaceChildren(...dots, input)
    confirm.disabled = length === 0
    input.focus()
  }
  const label = element('label', { class: 'label', for: 'pin' }, words.pin, tries)
  const footer = element('footer', {}, element('p', {}, words.privacy), cancel, confirm)
  return {
    part: element('div', { class: 'ask' }, label, boxes, footer),
    parts: { input, confirm, showLength },
  }
}

function workingPart(sheet: PinSheet, words: Words): HTMLElement {
  const text = fill(words.working, { done: sheet.done, count: sheet.subjects.length })
  return element('div', { class: 'ask', role: 'status' }, text)
}

function failedPart(sheet: PinSheet, words: Words, onClose: () => void): HTMLElement {
  const remedies: Readonly<Record<string, string>> = words.failure
  const items = sheet.failures.map(({ subject, code }) =>
    element('li', {}, element('strong', {}, subject), remedies[code] ?? words.failure.other),
  )
  const close = element('button', { type: 'button', class: 'primary' }, words.close)
  close.addEventListener('click', onClose)
  const told = element('div', { role: 'alert' }, counted(words.failed, items.length))
  return element(
    'div',
    { class: 'ask' },
    told,
    element('ul', {}, ...items),
    element('footer', {}, element('p', {}, words.privacy), close),
  )
}

/** Draws the whole sheet anew; answers the parts to type into while it asks. */
export function drawSheet(form: HTMLFormElement, sheet: PinSheet, onClose: () => void): AskParts | undefined {
  const words = wordsOf(sheet.language)
  document.documentElement.lang = sheet.language
  document.title = counted(words.title[sheet.act], sheet.subjects.length)
  const pin = sheet.practicePin
  const practice = pin === null ? [] : [element('p', { class: 'practice' }, fill(words.practice, { pin }))]
  const asking = sheet.step === 'asking' ? askPart(sheet, words, onClose) : undefined
  const lower =
    asking?.part ?? (sheet.step === 'working' ? workingPart(sheet, words) : failedPart(sheet, words, onClose))
  form.replaceChildren(header(sheet, words), facts(sheet, words), ...practice, lower)
  asking?.parts.showLength()
  return asking?.parts
}
