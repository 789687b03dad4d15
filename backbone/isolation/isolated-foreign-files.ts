import type { ForeignFiles } from '../exchange/foreign-files.port.ts'
import { atOnce } from './at-once.ts'
import { parseEdxmlIsolated } from './parse-edxml-isolated.ts'
import {
  verifyPdfIsolated,
  verifyStatementIsolated,
  verifyStepIsolated,
  type VerifyPdfSetup,
} from './verify-pdf-isolated.ts'

/** How many processes may read at the same time; the others wait. */
export interface IsolatedForeignFilesOptions extends VerifyPdfSetup {
  readonly atOnce?: number
}

const DEFAULT_AT_ONCE = 2

/** Opens what others sent, one process a file: what a hostile file may have done to it never meets the next one. */
export function isolatedForeignFiles(options: IsolatedForeignFilesOptions): ForeignFiles {
  const inTurn = atOnce(options.atOnce ?? DEFAULT_AT_ONCE)
  return {
    readMessage: (path, attachmentsFolder) =>
      inTurn(() => parseEdxmlIsolated(path, attachmentsFolder, options)),
    verifyPdf: (path, at) => inTurn(() => verifyPdfIsolated(path, at, options)),
    verifyStep: (path, before, at) => inTurn(() => verifyStepIsolated(path, before, at, options)),
    verifyStatement: (path, signed, at) => inTurn(() => verifyStatementIsolated(path, signed, at, options)),
  }
}
