import type { Settings } from '#shared/ipc/settings.ipc.ts'

/** What the user of this desk chose. */
export interface SettingsStore {
  read(): Settings
  /** Kept on disk when it answers. */
  change(changes: Partial<Settings>): Settings
}
