import type { scanIpc } from '#shared/ipc/scan.ipc.ts'
import type { ImportScan } from '../../services/scan/import-scan.ts'
import type { ReadScanned } from '../../services/scan/read-scanned.ts'
import type { DeskSession } from '../../services/session/desk-session.ts'
import type { HandlersOf } from '../router.ts'

export interface ScanDeps {
  readonly session: DeskSession
  readonly importScan: ImportScan
  readonly readScanned: ReadScanned
}

export function scanHandlers({ session, importScan, readScanned }: ScanDeps): HandlersOf<typeof scanIpc> {
  return {
    'scan.import': (token) => importScan(session.desk().blobs, token),
    'scan.pageTexts'(sha256) {
      const { blobs } = session.desk()
      return readScanned(sha256, () => blobs.get(sha256))
    },
  }
}
