import { createContext, use } from 'react'
import type { PracticePerson } from '#shared/ipc/session.ipc.ts'
import type { Settings } from '#shared/ipc/settings.ipc.ts'

interface AppValue {
  readonly settings: Settings
  readonly changeSettings: (change: Partial<Settings>) => void
  readonly switchTo: (who: PracticePerson) => void
}

/** What the frame and the settings need of the page as a whole. */
export const AppContext = createContext<AppValue | null>(null)

export function useApp(): AppValue {
  const app = use(AppContext)
  if (app === null) throw new TypeError('no AppContext above')
  return app
}
