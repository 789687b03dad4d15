import type { SettingsUpgrade } from './upgrade.ts'

/** Simple mode did not exist before: it is off until somebody wants it. */
export const simpleMode: SettingsUpgrade = {
  version: 20,
  apply: (stored) => ({ ...stored, simpleMode: false }),
}
