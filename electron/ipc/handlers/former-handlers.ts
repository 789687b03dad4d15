import type { formerIpc } from '#shared/ipc/former.ipc.ts'
import type { ReadFormer } from '../../services/former/read-former.ts'
import type { DeskSession } from '../../services/session/desk-session.ts'
import type { HandlersOf } from '../router.ts'

export interface FormerDeps {
  readonly session: DeskSession
  readonly readFormer: ReadFormer
}

export function formerHandlers({ session, readFormer }: FormerDeps): HandlersOf<typeof formerIpc> {
  return {
    'former.readSheet': (token) => readFormer.sheet(token),
    'former.readMessages': (token) => readFormer.messages(session.desk().blobs, token),
  }
}
