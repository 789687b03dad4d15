import type { AppInfo, appIpc } from '#shared/ipc/app.ipc.ts'
import type { Dialogs } from '../../services/dialogs/dialogs.port.ts'
import type { DeskSession } from '../../services/session/desk-session.ts'
import type { HandlersOf } from '../router.ts'
import type { ChangeSettings } from './settings-handlers.ts'

export interface AppDeps {
  readonly dialogs: Dialogs
  readonly session: DeskSession
  readonly changeSettings: ChangeSettings
  info(): AppInfo
  /** The main page takes events from now on. */
  listen(): void
  /** The page shows what was on this desk. */
  shown(): void
  openInBrowser(address: string): Promise<void>
}

/** What may be handed to another program. */
const OUTSIDE = ['https:', 'mailto:']

export function appHandlers(deps: AppDeps): HandlersOf<typeof appIpc> {
  return {
    'app.info': () => deps.info(),
    'app.listening': () => deps.listen(),
    'app.shown': () => deps.shown(),
    'app.setLanguage': (language) => void deps.changeSettings({ language }),
    'app.setScheme': (scheme) => void deps.changeSettings({ scheme }),
    'app.lock': () => deps.session.lock(),
    async 'app.openExternal'(address) {
      const isAllowed =
        OUTSIDE.includes(new URL(address).protocol) && (await deps.dialogs.confirmAddress(address))
      if (isAllowed) await deps.openInBrowser(address)
      return isAllowed
    },
  }
}
