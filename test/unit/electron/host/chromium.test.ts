import { describe, expect, test } from 'vitest'
import {
  engineArguments,
  findChromium,
  isHeadless,
  type LaunchSettings,
} from '../../../../electron/host/chromium.ts'

const settings: LaunchSettings = {
  profile: '/data/profile',
  headless: true,
  isRoot: false,
  switches: new Map(),
  startPage: 'https://host.invalid/',
}

describe('the engine', () => {
  test('is the first binary that exists, past the wrappers', () => {
    const places = ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/opt/google/chrome/chrome']
    expect(findChromium({}, 'linux', (file) => places.includes(file))).toBe('/usr/lib/chromium/chromium')
    expect(findChromium({}, 'linux', () => false)).toBeUndefined()
    expect(findChromium({ CONGSO_CHROMIUM: '/own/chrome' }, 'linux', () => false)).toBe('/own/chrome')
    const edge = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'
    expect(findChromium({ ProgramFiles: 'C:\\Program Files' }, 'win32', (file) => file === edge)).toBe(edge)
  })

  test('shows no windows without a display, or when told so', () => {
    expect(isHeadless({}, 'linux')).toBe(true)
    expect(isHeadless({ DISPLAY: ':0' }, 'linux')).toBe(false)
    expect(isHeadless({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(false)
    expect(isHeadless({ DISPLAY: ':0', CONGSO_HEADLESS: '1' }, 'linux')).toBe(true)
    expect(isHeadless({}, 'darwin')).toBe(false)
  })

  test('keeps its sandbox unless it runs as root', () => {
    expect(engineArguments(settings)).not.toContain('--no-sandbox')
    expect(engineArguments({ ...settings, isRoot: true })).toContain('--no-sandbox')
  })

  test('has no way to a network of its own', () => {
    const args = engineArguments(settings)
    expect(args).toContain('--proxy-server=socks5://127.0.0.1:9')
    expect(args).toContain('--remote-debugging-pipe')
    expect(args.join(' ')).not.toContain('--remote-debugging-port')
  })

  test("takes the app's switches, and joins lists of features", () => {
    const switches = new Map([
      ['disable-features', 'Own'],
      ['lang', 'vi'],
      ['force-dark', ''],
      ['user-data-dir', '/elsewhere'],
    ])
    const args = engineArguments({ ...settings, switches })
    expect(args).toEqual(
      expect.arrayContaining(['--lang=vi', '--force-dark', '--user-data-dir=/data/profile']),
    )
    expect(args.filter((arg) => arg.startsWith('--user-data-dir'))).toHaveLength(1)
    expect(args.find((arg) => arg.startsWith('--disable-features'))).toMatch(/MediaRouter.*,Own$/)
  })

  test('opens an app window on a screen, a plain page without one', () => {
    expect(engineArguments({ ...settings, headless: false }).at(-1)).toBe('--app=https://host.invalid/')
    expect(engineArguments(settings).slice(-2)).toEqual(['--headless', 'about:blank'])
  })
})
