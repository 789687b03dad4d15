import type { Page } from 'playwright-core'
import type { Office } from '../drivers/office.ts'

/** What a person did, as the windows received it. */
export interface Effort {
  /** Keys and clicks; held modifiers, repeats, text and the PIN are none. */
  readonly inputs: number
  /** Characters that went into fields, the PIN excepted. */
  readonly typed: number
}

/** An input after which the window was busy for long. */
export interface SlowInput {
  readonly input: string
  readonly screen: string
  readonly ms: number
}

type Told =
  | { readonly what: 'input'; readonly text: boolean }
  | { readonly what: 'typed'; readonly count: number }
  | { readonly what: 'slow'; readonly input: string; readonly screen: string; readonly ms: number }

const BINDING = 'tellEffort'
const SLOW_MS = 200

/**
 * Counts in the windows themselves: only trusted events, heard in the capture phase before the page can stop them, so that a script can do
 * nothing for the user without being counted.
 */
export class EffortMeter {
  readonly slow: SlowInput[] = []
  #inputs = 0
  #typed = 0

  static async on({ app, page }: Office): Promise<EffortMeter> {
    const meter = new EffortMeter()
    const context = app.context()
    await context.exposeBinding(BINDING, (source: { page: Page }, told: Told) => {
      meter.#hear(told, source.page.url().includes('//pin.'))
    })
    await context.addInitScript(listen, { binding: BINDING, slowMs: SLOW_MS })
    await page.evaluate(listen, { binding: BINDING, slowMs: SLOW_MS })
    return meter
  }

  /** What was done during this work. */
  async during(work: () => Promise<unknown>): Promise<Effort> {
    const [inputs, typed] = [this.#inputs, this.#typed]
    await work()
    return { inputs: this.#inputs - inputs, typed: this.#typed - typed }
  }

  #hear(told: Told, isPin: boolean): void {
    if (told.what === 'input' && !told.text) this.#inputs += 1
    if (told.what === 'typed' && !isPin) this.#typed += told.count
    if (told.what === 'slow') this.slow.push({ input: told.input, screen: told.screen, ms: told.ms })
  }
}

/** Runs in every window; a window that opens while it is being given the script gets it twice, and hears once. */
function listen({ binding, slowMs }: { readonly binding: string; readonly slowMs: number }): void {
  const told = (globalThis as unknown as Record<string, (what: unknown) => void>)[binding]
  const heard = document as Document & { effortIsHeard?: true }
  if (told === undefined || heard.effortIsHeard === true) return
  heard.effortIsHeard = true
  const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta'])
  const takesText = (target: EventTarget | null): boolean =>
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)))
  const isText = (event: KeyboardEvent): boolean =>
    takesText(event.target) &&
    !event.ctrlKey &&
    !event.altKey &&
    (event.key.length === 1 || event.key === 'Backspace' || event.key === 'Delete')
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.repeat || modifiers.has(event.key)) return
      told({ what: 'input', text: isText(event) })
    },
    true,
  )
  window.addEventListener(
    'click',
    (event) => {
      // A key on a button clicks it too, without a pointer: counted as the key.
      if (event.isTrusted && event.detail > 0) told({ what: 'input', text: false })
    },
    true,
  )
  window.addEventListener(
    'input',
    (event) => {
      if (event.isTrusted && event instanceof InputEvent)
        told({ what: 'typed', count: event.data?.length ?? 0 })
    },
    true,
  )
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name !== 'keydown' && entry.name !== 'click') continue
      const busy = (entry as PerformanceEventTiming).processingEnd - entry.startTime
      if (busy > slowMs)
        told({
          what: 'slow',
          input: entry.name,
          screen: document.querySelector('h1')?.textContent ?? '',
          ms: Math.round(busy),
        })
    }
  }).observe({ type: 'event', durationThreshold: slowMs, buffered: false } as PerformanceObserverInit)
}
