/** A Node process of our own that talks in messages. */
export interface Child {
  /** Messages to a process that has ended are dropped. */
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, also when it never started. */
  onExit(listener: (code: number) => void): void
  /** Ends it at once; `onExit` tells when it is gone. */
  kill(): void
}

/** Starts the program at `entry`. `name` is what the system's process list shows. */
export type StartChild = (
  entry: string,
  options: { readonly name: string; readonly maxMemoryMb: number },
) => Child
