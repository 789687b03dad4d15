import type { verifyIpc } from '#shared/ipc/verify.ipc.ts'
import type { ForeignFiles, TrustSnapshot } from '../../services/foreign-files/foreign-files.port.ts'
import type { DeskSession } from '../../services/session/desk-session.ts'
import type { HandlersOf } from '../router.ts'

export interface VerifyDeps {
  readonly session: DeskSession
  readonly foreignFiles: ForeignFiles
  readonly trust: () => Promise<TrustSnapshot>
}

export function verifyHandlers({ session, foreignFiles, trust }: VerifyDeps): HandlersOf<typeof verifyIpc> {
  return {
    async 'verify.document'(sha256) {
      const file = await session.desk().blobs.get(sha256)
      return foreignFiles.verifyPdf(file, await trust())
    },
  }
}
