import { isHeadless } from '../host/chromium.ts'
import { findShell } from './find-engine.ts'
import { explainNoEngine, installChromium } from './install-chromium.ts'
import { say } from './say.ts'

const headless = isHeadless(process.env)
if (!findShell(headless)) await installChromium()
const shell = findShell(headless)
if (shell)
  say(`Node ${process.versions.node}; windows by ${shell.name}${headless ? ', without a display' : ''}`)
else {
  explainNoEngine()
  process.exitCode = 1
}
