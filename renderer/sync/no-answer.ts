/** The node did not answer, or not whole: what was sent may have been done. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  /** Code or name of what went wrong underneath, for the status line. */
  readonly reason: string
  constructor(cause: unknown) {
    super('the node did not answer', { cause })
    this.reason = nameOf(cause)
  }
}

function nameOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown'
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name
}

/** What `ask` answers; rejects with `NoAnswer` whatever it rejects with. */
export async function answerOf<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw new NoAnswer(error)
  }
}
