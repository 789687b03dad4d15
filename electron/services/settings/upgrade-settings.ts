import { AppError } from '#shared/errors/app-error.ts'
import { settings, type Settings } from '#shared/ipc/settings.ipc.ts'
import { firstSettings } from './upgrades/0010-first-settings.ts'
import { simpleMode } from './upgrades/0020-simple-mode.ts'
import { meetingReminders } from './upgrades/0030-meeting-reminders.ts'
import type { SettingsUpgrade } from './upgrades/upgrade.ts'

/** In rising order. */
export const settingsUpgrades: readonly SettingsUpgrade[] = [firstSettings, simpleMode, meetingReminders]

export interface StoredSettings {
  readonly version: number
  readonly values: Settings
}

/**
 * Brings what was stored to the newest version, step by step. Throws AppError `settings-unreadable` for a newer version or values
 * that do not fit; the caller keeps the file aside.
 */
export function upgradeSettings(
  stored: { version: number; values: Readonly<Record<string, unknown>> },
  upgrades: readonly SettingsUpgrade[] = settingsUpgrades,
): StoredSettings {
  const newest = upgrades.at(-1)?.version ?? 0
  if (stored.version > newest) throw new AppError('settings-unreadable', { version: stored.version })
  let values = stored.values
  for (const step of upgrades) if (step.version > stored.version) values = step.apply(values)
  const parsed = settings.safeParse(values)
  if (!parsed.success) throw new AppError('settings-unreadable', {}, { cause: parsed.error })
  return { version: newest, values: parsed.data }
}
