import type { Log } from '../services/log/log.port.ts'

/** Reloads of a dead page that are tried in `WINDOW_MS`; then it stays closed and the log says so. */
const MAX_RELOADS = 3
const WINDOW_MS = 60_000

/** A page that died is loaded anew, unless it keeps dying. `clean-exit` is an ordinary end. */
export function reloadAfterCrash(log: Log, now: () => number, reload: () => void): (reason: string) => void {
  let times: number[] = []
  return (reason) => {
    if (reason === 'clean-exit' || reason === 'killed') return
    times = [...times.filter((time) => now() - time < WINDOW_MS), now()]
    log.warn('the page ended by itself', { reason, times: times.length })
    if (times.length <= MAX_RELOADS) reload()
  }
}

/** Bugs nobody caught are written down; the program goes on, since the outbox and files are flushed at every act. */
export function logUncaught(log: Log): void {
  process.on('uncaughtException', (error) => log.error('uncaught', error))
  process.on('unhandledRejection', (error) => log.error('unhandled rejection', error))
}
