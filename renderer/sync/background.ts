import { backOffMs } from './back-off.ts'
import type { SyncOutcome } from './desk-api.ts'
import type { DeskPorts } from './ports.ts'

/** A doorbell may be lost: so long at most until the log is looked at again. */
const LOOK_MS = 30_000
/** Another window is syncing: so long until this one sees whether it still does. */
const BUSY_MS = 5_000

/** Syncs by itself: at once when something happens, else after a while, with a back-off while the node does not answer. */
export class Background {
  readonly #sync: (isHurried: boolean) => Promise<SyncOutcome>
  readonly #ports: Pick<DeskPorts, 'timer' | 'random'>
  #isOn = false
  #running: Promise<void> | undefined
  #again: 'hurried' | 'due' | undefined
  #later: (() => void) | undefined
  #failures = 0

  constructor(
    sync: (isHurried: boolean) => Promise<SyncOutcome>,
    ports: Pick<DeskPorts, 'timer' | 'random'>,
  ) {
    this.#sync = sync
    this.#ports = ports
  }

  start(): void {
    this.#isOn = true
    this.wake()
  }

  /** Tries at once, also what is in its back-off. */
  wake(): void {
    this.#ask('hurried')
  }

  /** Tries what is due. */
  nudge(): void {
    this.#ask('due')
  }

  /** Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#isOn = false
    this.#again = undefined
    this.#later?.()
    await this.#running
  }

  #ask(how: 'hurried' | 'due'): void {
    if (!this.#isOn) return
    if (this.#again !== 'hurried') this.#again = how
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
    })
  }

  async #run(): Promise<void> {
    this.#later?.()
    this.#later = undefined
    let outcome: SyncOutcome = 'done'
    while (this.#again !== undefined) {
      const isHurried = this.#again === 'hurried'
      this.#again = undefined
      outcome = await this.#sync(isHurried)
    }
    this.#failures = outcome === 'offline' ? this.#failures + 1 : 0
    const wait = this.#waitAfter(outcome)
    if (this.#isOn && wait !== undefined) this.#later = this.#ports.timer.after(wait, () => this.nudge())
  }

  #waitAfter(outcome: SyncOutcome): number | undefined {
    switch (outcome) {
      case 'done':
        return LOOK_MS
      case 'busy':
        return BUSY_MS
      case 'offline':
        return backOffMs(this.#failures, this.#ports.random(4))
      case 'stopped':
        return undefined
    }
  }
}
