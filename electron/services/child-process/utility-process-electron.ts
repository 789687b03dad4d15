import { utilityProcess } from 'electron'
import type { Log } from '../log/log.port.ts'
import type { StartChild } from './child-process.port.ts'

/** Utility processes; what they print goes to the log. They get no environment but what Node needs to run. */
export function startUtilityProcess(log: Log): StartChild {
  return (entry, { name, maxMemoryMb }) => {
    const child = utilityProcess.fork(entry, [], {
      serviceName: name,
      stdio: 'pipe',
      execArgv: [`--max-old-space-size=${maxMemoryMb}`],
      env: plainEnvironment(),
    })
    child.stdout?.on('data', (text: unknown) => log.info(`${name} says`, { text: String(text) }))
    child.stderr?.on('data', (text: unknown) => log.warn(`${name} says`, { text: String(text) }))
    return {
      post: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill(),
    }
  }
}

const NEEDED = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG', 'TZ', 'LD_LIBRARY_PATH']

function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = NEEDED.map((name) => [name, process.env[name]] as const)
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined))
}
