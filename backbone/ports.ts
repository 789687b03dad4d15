/** Milliseconds since 1970. */
export interface Clock {
  now(): number
}

/** Unpredictable bytes. */
export type RandomBytes = (count: number) => Uint8Array

/** Where the node says what went wrong inside; never personal content. */
export interface Journal {
  warn(what: string, facts: Readonly<Record<string, string | number>>): void
  error(what: string, error: unknown): void
}
