import { spawnSync } from 'node:child_process'
import { ENGINE_VARIABLE } from '../host/chromium.ts'
import { run } from './run.ts'
import { explain, say } from './say.ts'

function answers(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

/** The words that go before `apt-get`, or `undefined` where packages may not be installed without asking. */
function aptPrefix(): string[] | undefined {
  if (process.platform !== 'linux' || !answers('apt-get', '--version')) return undefined
  if (process.getuid?.() === 0) return []
  return answers('sudo', '-n', 'true') ? ['sudo', '-n'] : undefined
}

/** Installs Debian's Chromium if that needs no password. Says what it does; `false` when it could not. */
export async function installChromium(): Promise<boolean> {
  const prefix = aptPrefix()
  if (!prefix) return false
  say("no Electron and no Chromium found: installing Debian's chromium (apt-get), a few minutes ...")
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
  return (
    (await apt('update')) &&
    (await apt('install', '-y', '--no-install-recommends', 'chromium', 'chromium-sandbox'))
  )
}

export function explainNoEngine(): void {
  explain(
    'no engine for the windows was found. Any one of these will do:',
    '  - install Chromium:     sudo apt-get install chromium      (Debian; on Ubuntu use the Chrome or Edge package)',
    '  - or Google Chrome or Microsoft Edge',
    `  - or name a binary:     ${ENGINE_VARIABLE}=/path/to/chrome npm start`,
    '  - or fetch Electron:    npx install-electron',
  )
}
