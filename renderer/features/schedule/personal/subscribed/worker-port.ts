import type { FromSubscribed } from './messages.ts'
import type { SubscribedPort } from './subscribed-client.ts'

/** Reads in a worker of this page. */
export function openWorkerPort(): SubscribedPort {
  const worker = new Worker(new URL('./subscribed-worker.ts', import.meta.url), {
    type: 'module',
    name: 'subscribed-calendars',
  })
  let hear: (answer: FromSubscribed) => void = () => undefined
  worker.addEventListener('message', ({ data }: MessageEvent<FromSubscribed>) => hear(data))
  return {
    post: (asked) => worker.postMessage(asked),
    onAnswer: (listener) => {
      hear = listener
    },
    close: () => worker.terminate(),
  }
}
