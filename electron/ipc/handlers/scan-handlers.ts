import type { scanIpc } from '#shared/ipc/scan.ipc.ts'
import type { ImportScan } from '../../services/scan/import-scan.ts'
import type { DeskSession } from '../../services/session/desk-session.ts'
import type { HandlersOf } from '../router.ts'

export interface ScanDeps {
  readonly session: DeskSession
  readonly importScan: ImportScan
}

export function scanHandlers({ session, importScan }: ScanDeps): HandlersOf<typeof scanIpc> {
  return { 'scan.import': (token) => importScan(session.desk().blobs, token) }
}
