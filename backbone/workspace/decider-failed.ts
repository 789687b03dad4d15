/** A decider threw instead of answering: a fault of its own, on this one act. Nothing of the act was written. */
export class DeciderFailed extends Error {
  override readonly name = 'DeciderFailed'
}

/** Runs what a decider does by itself, so that a fault in it is told from one of the store. Throws `DeciderFailed`. */
export function deciding<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw new DeciderFailed('a decider failed', { cause: error })
  }
}
