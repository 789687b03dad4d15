import type { PracticeState } from '#shared/ipc/practice.ipc.ts'

/** The backbone node of practice, a process of this desk. */
export interface NodeProcess {
  /** `http://127.0.0.1:port` while it runs. */
  readonly address: () => string | undefined
  readonly state: () => PracticeState
  /** Resolves when it is not just starting, whatever came of that. */
  readonly settled: () => Promise<void>
  /** Resolves when it listens. Throws AppError `node-start-failed`. */
  readonly start: () => Promise<void>
  /** The same once `first` is over, which must not reject; `start` does not wait for it, and after `stop` nothing comes of it. */
  readonly startAfter: (first: Promise<unknown>) => Promise<void>
  /** Resolves when it is gone; it stays away until `start`. */
  readonly stop: () => Promise<void>
}
