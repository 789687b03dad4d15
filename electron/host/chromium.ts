import { existsSync } from 'node:fs'
import path from 'node:path'

/** Set to the path of a Chromium, Chrome or Edge binary to use that one. */
export const ENGINE_VARIABLE = 'CONGSO_CHROMIUM'
/** Set to 1 to run without windows on the screen. */
export const HEADLESS_VARIABLE = 'CONGSO_HEADLESS'

function candidates(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  switch (platform) {
    case 'win32': {
      const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(
        (root) => root !== undefined,
      )
      const places = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe']
      return places.flatMap((place) => roots.map((root) => path.win32.join(root, place)))
    }
    case 'darwin':
      return [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ]
    default:
      // The binaries themselves: the wrappers in /usr/bin add flags of their own.
      return [
        '/usr/lib/chromium/chromium',
        '/usr/lib/chromium-browser/chromium-browser',
        '/usr/lib64/chromium-browser/chromium-browser',
        '/opt/google/chrome/chrome',
        '/opt/microsoft/msedge/msedge',
      ]
  }
}

/** The installed engine, or `undefined`. A path named by the environment is taken as it is. */
export function findChromium(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  exists: (file: string) => boolean = existsSync,
): string | undefined {
  return env[ENGINE_VARIABLE] ?? candidates(platform, env).find(exists)
}

export function isHeadless(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): boolean {
  if (env[HEADLESS_VARIABLE] === '1') return true
  return platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']
}

const FEATURES_OFF = [
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'HttpsUpgrades',
  'NetworkTimeServiceQuerying',
  'PreconnectToSearch',
  'AimEnabled',
  // The window has no address bar: the pages that propose addresses in it would take most of a second of processor time at each start.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
]

const FIXED_SWITCHES = [
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--no-pings',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  // No trial features: they are not what people get, and their pages cost the start.
  '--disable-field-trial-config',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--hide-crash-restore-bubble',
  '--metrics-recording-only',
  '--password-store=basic',
  // Nothing of the browser's own may reach a network either: its traffic ends at a proxy that is not there.
  '--proxy-server=socks5://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
]

export interface LaunchSettings {
  profile: string
  headless: boolean
  isRoot: boolean
  /** Switches of the app's command line: name → value, the empty string for none. */
  switches: ReadonlyMap<string, string>
  /** What a visible start-up window shows first. */
  startPage: string
}

/** The engine's arguments. The app's switches come last and win, but lists of features are joined. */
export function engineArguments(settings: LaunchSettings): string[] {
  const { switches } = settings
  const off = [...FEATURES_OFF, ...(switches.get('disable-features')?.split(',') ?? [])]
  const own = [...switches]
    .filter(([name]) => name !== 'disable-features' && name !== 'user-data-dir')
    .map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`))
  return [
    ...FIXED_SWITCHES,
    `--user-data-dir=${settings.profile}`,
    `--disable-features=${[...new Set(off)].join(',')}`,
    ...(settings.isRoot && !switches.has('no-sandbox') ? ['--no-sandbox'] : []),
    ...own,
    ...(settings.headless ? ['--headless', 'about:blank'] : [`--app=${settings.startPage}`]),
  ]
}
