import { defaultSettings } from '../default-settings.ts'
import type { SettingsUpgrade } from './upgrade.ts'

/** Nothing was stored before. */
export const firstSettings: SettingsUpgrade = { version: 10, apply: () => ({ ...defaultSettings }) }
