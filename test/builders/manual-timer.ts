import type { DeskTimer } from '../../renderer/sync/ports.ts'

/** Runs what is due when time is passed by hand. */
export class ManualTimer implements DeskTimer {
  #now = 0
  #due: { readonly at: number; readonly work: () => void }[] = []

  after(ms: number, work: () => void): () => void {
    const one = { at: this.#now + ms, work }
    this.#due.push(one)
    return () => {
      this.#due = this.#due.filter((other) => other !== one)
    }
  }

  /** Runs everything due within `ms`, in order of time. */
  pass(ms: number): void {
    const until = this.#now + ms
    for (;;) {
      const next = this.#due.filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#due = this.#due.filter((other) => other !== next)
      this.#now = next.at
      next.work()
    }
    this.#now = until
  }
}
