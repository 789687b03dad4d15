import type { FromIndex } from './messages.ts'
import type { IndexPort } from './search-client.ts'

/** Runs the index in a worker of this page; closing ends the worker and with it everything it held. */
export function openWorkerPort(): IndexPort {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), {
    type: 'module',
    name: 'search-index',
  })
  return {
    post: (message) => worker.postMessage(message),
    onMessage(listener) {
      worker.addEventListener('message', ({ data }: MessageEvent<FromIndex>) => listener(data))
      worker.addEventListener('error', ({ message }) => listener({ kind: 'failed', number: null, message }))
    },
    close: () => worker.terminate(),
  }
}
