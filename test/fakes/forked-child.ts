import { fork } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { StartChild } from '../../electron/services/child-process/child-process.port.ts'

const parentPort = pathToFileURL(
  path.resolve(import.meta.dirname, '../../electron/host/parent-port.mjs'),
).href

/** Utility processes as the host makes them, without an engine. */
export const forkChild: StartChild = (entry, { maxMemoryMb }) => {
  const child = fork(entry, [], {
    execArgv: ['--import', parentPort, `--max-old-space-size=${maxMemoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return {
    post: (message) => {
      if (child.connected) child.send(message as object)
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', (code) => listener(code ?? 1)),
    kill: () => void child.kill('SIGKILL'),
  }
}
