import { openEnvelope } from '#shared/ipc/envelope.ts'
import type { PinMessage, PinSheet } from '#shared/ipc/pin.ipc.ts'
import { drawSheet } from './draw-sheet.ts'

declare global {
  interface Window {
    /** All that the preload offers. */
    readonly pinSay: (message: PinMessage) => Promise<unknown>
  }
}

const POLL_MS = 150

const form = document.querySelector('form')
if (form === null) throw new Error('no sheet')

async function say(message: PinMessage): Promise<void> {
  show(openEnvelope(await window.pinSay(message)) as PinSheet)
}

function close(): void {
  void say({ say: 'close' }).catch(over)
}

/** Main closes the window; until then nothing may be typed. */
function over(): void {
  form?.replaceChildren()
}

function show(sheet: PinSheet): void {
  if (form === null) return
  const parts = drawSheet(form, sheet, close)
  parts?.input.addEventListener('input', parts.showLength)
  form.onsubmit = (event) => {
    event.preventDefault()
    if (parts === undefined || parts.input.value === '') return
    const pin = parts.input.value
    parts.input.value = ''
    parts.showLength()
    parts.input.disabled = true
    parts.confirm.disabled = true
    void say({ say: 'enter', pin }).catch(over)
  }
  if (sheet.step === 'working') setTimeout(() => void say({ say: 'show' }).catch(over), POLL_MS)
}

window.addEventListener('keydown', (event) => {
  if (event.code === 'Escape') close()
})
void say({ say: 'show' }).catch(over)
