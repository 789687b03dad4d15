/** One step of the stored settings: from the version before to `version`. Numbers rise in tens. */
export interface SettingsUpgrade {
  readonly version: number
  apply(stored: Readonly<Record<string, unknown>>): Record<string, unknown>
}
