import { ENGINE_VARIABLE } from '../host/chromium.ts'
import { explain } from './say.ts'

export function explainNoEngine(): void {
  explain(
    'no engine for the windows was found. Any one of these will do:',
    '  - install Chromium:     sudo apt-get install chromium      (Debian; on Ubuntu use the Chrome or Edge package)',
    '  - or Google Chrome or Microsoft Edge',
    `  - or name a binary:     ${ENGINE_VARIABLE}=/path/to/chrome npm start`,
    '  - or fetch Electron:    npx install-electron',
  )
}

export function explainNoPython(): void {
  explain(
    'the tests check our logs with a script in another language and need Python 3: sudo apt-get install python3',
  )
}

export function explainNoCalendarServer(): void {
  explain(
    'the tests publish the weekly schedule to a real calendar server, Radicale: sudo apt-get install radicale',
  )
}

export function explainNoRecognition(): void {
  explain(
    'the tests recognise the words of a scanned page in Vietnamese: sudo apt-get install tesseract-ocr tesseract-ocr-vie',
  )
}
