import type { accessIpc } from '#shared/ipc/access.ipc.ts'
import type { DeskSession } from '../../services/session/desk-session.ts'
import type { HandlersOf } from '../router.ts'

export function accessHandlers(session: DeskSession): HandlersOf<typeof accessIpc> {
  return {
    'access.draftShown': (id) => session.desk().accesses.opened({ aggregate: { kind: 'document', id } }),
  }
}
