import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import type { ToIndex } from './messages.ts'
import { serveIndex } from './serve-index.ts'

const QUIET_MS = 15_000

const server = serveIndex({
  sqlite: sqlite3InitModule,
  post: (message) => self.postMessage(message),
  quietMs: QUIET_MS,
})
self.addEventListener('message', ({ data }: MessageEvent<ToIndex>) => server.take(data))
