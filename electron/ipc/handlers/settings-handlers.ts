import type { Settings, settingsIpc } from '#shared/ipc/settings.ipc.ts'
import type { SettingsStore } from '../../services/settings/settings.port.ts'
import type { Emit } from '../events.ts'
import type { HandlersOf } from '../router.ts'

/** Keeps a choice and makes it felt everywhere. */
export type ChangeSettings = (changes: Partial<Settings>) => Settings

/** `apply` puts into force what concerns main itself. */
export function changeSettings(
  store: SettingsStore,
  emit: Emit,
  apply: (settings: Settings) => void,
): ChangeSettings {
  return (changes) => {
    const changed = store.change(changes)
    apply(changed)
    emit('settings.changed', changed)
    return changed
  }
}

export function settingsHandlers(
  store: SettingsStore,
  change: ChangeSettings,
): HandlersOf<typeof settingsIpc> {
  return {
    'settings.read': () => store.read(),
    'settings.change': (given) => change(withoutUndefined(given)),
  }
}

function withoutUndefined(given: { [K in keyof Settings]?: Settings[K] | undefined }): Partial<Settings> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}
