import type { ToSubscribed } from './messages.ts'
import { serveSubscribed } from './serve-subscribed.ts'

const serve = serveSubscribed()
self.addEventListener('message', ({ data }: MessageEvent<ToSubscribed>) => self.postMessage(serve(data)))
