import { expect, test } from 'vitest'
import { defaultSettings } from '../../../../../electron/services/settings/default-settings.ts'
import {
  settingsUpgrades,
  upgradeSettings,
} from '../../../../../electron/services/settings/upgrade-settings.ts'

test('versions rise', () => {
  const versions = settingsUpgrades.map(({ version }) => version)
  expect(versions).toEqual(versions.toSorted((a, b) => a - b))
  expect(new Set(versions).size).toBe(versions.length)
})

test('nothing stored becomes the defaults at the newest version', () => {
  expect(upgradeSettings({ version: 0, values: {} })).toEqual({
    version: settingsUpgrades.at(-1)?.version,
    values: defaultSettings,
  })
})

test('only the steps behind the stored version are taken, in order', () => {
  const steps = [10, 20, 30].map((version) => ({
    version,
    apply: (values: Readonly<Record<string, unknown>>) => ({
      ...values,
      language: version === 30 ? 'en' : 'vi',
    }),
  }))
  const stored = { version: 10, values: { ...defaultSettings, textSize: 'large' } }
  expect(upgradeSettings(stored, steps)).toEqual({
    version: 30,
    values: { ...stored.values, language: 'en' },
  })
})

test.each([
  ['a newer version', { version: 9990, values: { ...defaultSettings } }],
  ['values that do not fit', { version: 10, values: { ...defaultSettings, language: 'xx' } }],
])('%s is refused, not overwritten', (_case, stored) => {
  expect(() => upgradeSettings(stored)).toThrow(expect.objectContaining({ code: 'settings-unreadable' }))
})
