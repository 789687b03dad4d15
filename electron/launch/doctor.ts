import { isHeadless } from '../host/chromium.ts'
import { answers, installPackages } from './apt-packages.ts'
import {
  explainNoCalendarServer,
  explainNoEngine,
  explainNoPython,
  explainNoRecognition,
} from './explain-missing.ts'
import { findShell } from './find-engine.ts'
import { say } from './say.ts'

const headless = isHeadless(process.env)
if (!findShell(headless))
  await installPackages('no Electron and no Chromium found', 'chromium', 'chromium-sandbox')
const shell = findShell(headless)
if (shell)
  say(`Node ${process.versions.node}; windows by ${shell.name}${headless ? ', without a display' : ''}`)
else {
  explainNoEngine()
  process.exitCode = 1
}

const hasPython = (): boolean => answers('python3', '--version')
if (process.argv.includes('--for-tests') && !hasPython()) {
  await installPackages('the tests need Python 3', 'python3')
  if (!hasPython()) {
    explainNoPython()
    process.exitCode = 1
  }
}

const hasCalendarServer = (): boolean =>
  answers('radicale', '--version') || answers('python3', '-m', 'radicale', '--version')
if (process.argv.includes('--for-tests') && !hasCalendarServer()) {
  await installPackages('the tests publish to a real calendar server', 'radicale')
  if (!hasCalendarServer()) {
    explainNoCalendarServer()
    process.exitCode = 1
  }
}

const hasRecognition = (): boolean => answers('tesseract', '-l', 'vie', '--print-parameters')
if (process.argv.includes('--for-tests') && !hasRecognition()) {
  await installPackages('the tests read a scanned page', 'tesseract-ocr', 'tesseract-ocr-vie')
  if (!hasRecognition()) {
    explainNoRecognition()
    process.exitCode = 1
  }
}
