import { spawnSync } from 'node:child_process'
import { run } from './run.ts'
import { say } from './say.ts'

/** True when the command is there and ends well. */
export function answers(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

/** Installs Debian packages if that needs no password, saying why; `false` when it could not. */
export async function installPackages(why: string, ...names: readonly string[]): Promise<boolean> {
  const prefix = aptPrefix()
  if (!prefix) return false
  say(`${why}: installing Debian's ${names.join(', ')} (apt-get), a few minutes ...`)
  const apt = async (...args: string[]): Promise<boolean> => {
    const [command = '', ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-q',
      ...args,
    ]
    return (await run(command, rest)) === 0
  }
  return (await apt('update')) && (await apt('install', '-y', '--no-install-recommends', ...names))
}

/** The words that go before `apt-get`, or `undefined` where packages may not be installed without asking. */
function aptPrefix(): string[] | undefined {
  if (process.platform !== 'linux' || !answers('apt-get', '--version')) return undefined
  if (process.getuid?.() === 0) return []
  return answers('sudo', '-n', 'true') ? ['sudo', '-n'] : undefined
}
