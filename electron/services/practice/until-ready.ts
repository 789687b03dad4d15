import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '#shared/errors/app-error.ts'

const TRY_MS = 200
const TRIES = 300

/** Waits until a node that stands itself up again answers. Throws AppError `node-start-failed` after a minute. */
export async function untilReady(address: () => string | undefined): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const node = address()
    if (node !== undefined && (await isReady(node))) return
    await wait(TRY_MS)
  }
  throw new AppError('node-start-failed')
}

async function isReady(node: string): Promise<boolean> {
  try {
    const response = await fetch(`${node}/readyz`, { signal: AbortSignal.timeout(1000) })
    await response.body?.cancel()
    return response.ok
  } catch {
    // Not listening yet: asked again.
    return false
  }
}
