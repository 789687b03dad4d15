import { copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import ElectronStore from 'electron-store'
import { isAppError } from '#shared/errors/to-app-error.ts'
import type { Log } from '../log/log.port.ts'
import { defaultSettings } from './default-settings.ts'
import type { SettingsStore } from './settings.port.ts'
import { settingsUpgrades, upgradeSettings, type StoredSettings } from './upgrade-settings.ts'

interface Stored {
  version: number
  values: Record<string, unknown>
}

/** `settings.json` in the folder. What cannot be read is copied aside, said in the log, and replaced by the defaults. */
export function electronStoreSettings(folder: string, log: Log, now: () => number): SettingsStore {
  const store = openStore()
  const newest = settingsUpgrades.at(-1)?.version ?? 0
  let current = load()

  function openStore(): ElectronStore<Stored> {
    const options = { cwd: folder, name: 'settings', defaults: { version: 0, values: {} } }
    try {
      return new ElectronStore<Stored>(options)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      setAside(error)
      return new ElectronStore<Stored>({ ...options, clearInvalidConfig: true })
    }
  }

  function setAside(reason: unknown): void {
    const file = path.join(folder, 'settings.json')
    if (existsSync(file)) copyFileSync(file, path.join(folder, `settings.${now()}.kept.json`))
    log.warn('settings set aside', { reason: String(reason) })
  }

  function load(): StoredSettings {
    try {
      return upgradeSettings({ version: store.get('version'), values: store.get('values') })
    } catch (error) {
      if (!isAppError(error, 'settings-unreadable')) throw error
      setAside(error)
      return { version: newest, values: defaultSettings }
    }
  }

  return {
    read: () => current.values,
    change(changes) {
      current = upgradeSettings({ version: newest, values: { ...current.values, ...changes } })
      store.set({ version: current.version, values: { ...current.values } })
      return current.values
    },
  }
}
