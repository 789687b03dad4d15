import { AppError } from '#shared/errors/app-error.ts'
import type { backboneIpc } from '#shared/ipc/backbone.ipc.ts'
import { downloadBlob, uploadBlob } from '../../services/backbone/transfer-blobs.ts'
import type { DeskSession, OpenDesk } from '../../services/session/desk-session.ts'
import type { HandlersOf } from '../router.ts'

export function backboneHandlers(session: DeskSession): HandlersOf<typeof backboneIpc> {
  /** A page that was loaded for another agency must not reach this one's node. */
  function deskOf(workspace: string): OpenDesk {
    const desk = session.desk()
    if (desk.workspace !== workspace) throw new AppError('wrong-workspace')
    return desk
  }
  return {
    async 'backbone.submitCommands'(request) {
      const answer = await deskOf(request.workspace).backbone.submitCommands(request)
      session.learnServerTime(answer.serverTime)
      return answer
    },
    async 'backbone.readFeed'({ workspace, after, limit }) {
      const page = await deskOf(workspace).backbone.readFeed(workspace, after, limit)
      if (page.serverTime !== null) session.learnServerTime(page.serverTime)
      return page
    },
    async 'backbone.readCustody'({ workspace, kind, id }) {
      const { backbone, accesses } = deskOf(workspace)
      // What was opened just now is among them.
      await accesses.send()
      const lines = await backbone.readCustody(workspace, kind, id)
      await accesses.left('exported', { aggregate: { kind, id } })
      return lines
    },
    async 'backbone.readAccesses'({ workspace, kind, id }) {
      const { backbone, accesses } = deskOf(workspace)
      await accesses.send()
      return backbone.readAccesses(workspace, kind, id)
    },
    'backbone.readBusy': (request) => deskOf(request.workspace).backbone.readBusy(request),
    'backbone.calendarAddresses': (asked) => deskOf(asked.workspace).backbone.calendarAddresses(asked),
    'backbone.subscriptions': (asked) => deskOf(asked.workspace).backbone.subscriptions(asked),
    'backbone.readSubscription': ({ workspace, id }) =>
      deskOf(workspace).backbone.readSubscription(workspace, id),
    'backbone.calendarServer': (asked) => deskOf(asked.workspace).backbone.calendarServer(asked),
    async 'backbone.uploadBlob'({ workspace, sha256 }) {
      const { backbone, blobs } = deskOf(workspace)
      await uploadBlob(backbone, blobs, workspace, sha256)
    },
    async 'backbone.downloadBlob'({ workspace, sha256, mediaType }) {
      const { backbone, blobs } = deskOf(workspace)
      await downloadBlob(backbone, blobs, workspace, { sha256, mediaType })
    },
    'backbone.reconnect': () => session.reconnect(),
  }
}
