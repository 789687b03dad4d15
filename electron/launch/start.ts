import { HEADLESS_VARIABLE, isHeadless } from '../host/chromium.ts'
import { buildApp } from './build-app.ts'
import { findShell } from './find-engine.ts'
import { explainNoEngine } from './explain-missing.ts'
import { TOUR } from './places.ts'
import { run } from './run.ts'
import { explain, say } from './say.ts'

const args = process.argv.slice(2)

async function start(): Promise<number> {
  const headless = isHeadless(process.env)
  const shell = findShell(headless)
  if (!shell) {
    explainNoEngine()
    return 1
  }
  const built = await buildApp()
  if (built !== 0) {
    explain('the application could not be built; the lines above say why.')
    return built
  }
  const env = { ...process.env, ...shell.env }
  if (headless) {
    say('no display: running the tour through the real windows, unseen ...')
    return run(process.execPath, [TOUR, ...args], { ...env, [HEADLESS_VARIABLE]: '1' })
  }
  say(`opening Practice (${shell.name})`)
  return run(shell.command, [...shell.args, '.', '--practice', ...args], env)
}

process.exitCode = await start()
