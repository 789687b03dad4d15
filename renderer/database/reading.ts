/** Counts the questions of what is on screen that have no answer yet. */
export function createReading() {
  let open = 0
  const listeners = new Set<() => void>()
  return {
    /** A question is asked; the returned function tells that it is answered, or nobody wants to know any more. */
    begin(): () => void {
      open += 1
      return () => {
        open -= 1
        if (open === 0) listeners.forEach((listener) => listener())
      }
    },
    isReading: (): boolean => open > 0,
    /** Calls when nothing is waited for any more; the returned function ends it. */
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** What the live answers of this window wait for. */
export const reading = createReading()
