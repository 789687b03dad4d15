/** Runs one piece of work at a time; of those that come meanwhile only the last is run, the others never are. */
export function latestOnly(): (work: () => Promise<void>) => void {
  let next: (() => Promise<void>) | null = null
  let isRunning = false
  const run = async (work: () => Promise<void>): Promise<void> => {
    isRunning = true
    try {
      await work()
    } finally {
      isRunning = false
      const waiting = next
      next = null
      if (waiting !== null) void run(waiting)
    }
  }
  return (work) => {
    if (isRunning) next = work
    else void run(work)
  }
}
