import type { SettingsUpgrade } from './upgrade.ts'

/** Nobody was reminded of meetings before: a desk reminds shortly before each until somebody wishes otherwise. */
export const meetingReminders: SettingsUpgrade = {
  version: 30,
  apply: (stored) => ({ ...stored, meetingReminders: 'before' }),
}
