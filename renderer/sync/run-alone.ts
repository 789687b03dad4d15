import type { RunAlone } from './ports.ts'

/** Through a Web Lock: whatever the number of windows, one of them syncs. */
export const webLockAlone: RunAlone = async <T>(name: string, work: () => Promise<T>) => {
  let result: T | undefined
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) result = await work()
  })
  return result
}
