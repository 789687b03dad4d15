/** The first screen has the machine for itself; then the index is read, so that the first search finds it ready. */
const FIRST_MS = 4000
const BETWEEN_MS = 1500
const NOTHING_LEFT_MS = 60_000

/** Does a piece of quiet work again and again: soon while it still finds something to do, else after a while. A failure waits as well. */
export function readNowAndThen(work: () => Promise<number>): { stop(): void } {
  let isStopped = false
  let timer: ReturnType<typeof setTimeout>
  const again = (ms: number): void => {
    if (!isStopped)
      timer = setTimeout(() => {
        work().then(
          (count) => again(count > 0 ? BETWEEN_MS : NOTHING_LEFT_MS),
          () => again(NOTHING_LEFT_MS),
        )
      }, ms)
  }
  again(FIRST_MS)
  return {
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
