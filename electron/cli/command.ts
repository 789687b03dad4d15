/** Prints one JSON value; for commands that speak before they end, such as a service that listens. */
export type Print = (value: unknown) => void

/** One command of `congso`, in a file of its own under `commands/`, loaded only when it is called. */
export interface Command {
  /** Shown when the arguments are wrong. */
  readonly usage: string
  /** Answers the one JSON value to print, or undefined if it printed by itself. Throws CommandError. */
  run(args: readonly string[], print: Print): Promise<unknown>
}

/** The command itself failed: a file that cannot be read, an argument that makes no sense. A bad verdict is no failure. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly code: string
  readonly isUsage: boolean
  /** What a program reads beside the message, such as each wrong place of a file. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    code: string,
    message: string,
    {
      isUsage = false,
      details = {},
    }: { isUsage?: boolean; details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message)
    this.code = code
    this.isUsage = isUsage
    this.details = details
  }
}

/** The arguments do not fit the usage line. */
export function usageError(usage: string): CommandError {
  return new CommandError('cli.usage', usage, { isUsage: true })
}
