import { app, nativeTheme, shell } from 'electron'
import type { AppInfo, ColorScheme } from '#shared/ipc/app.ipc.ts'
import { isSealedBySystem } from '../services/secrets/safe-storage-electron.ts'

/** Folder of this user's data. */
export function userDataFolder(): string {
  return app.getPath('userData')
}

/** Program and version, as files name their maker. */
export function toolName(): string {
  return `Congso ${app.getVersion()}`
}

/** Colours of the system's own parts and of pages that follow the system. */
export function setColorScheme(scheme: ColorScheme): void {
  nativeTheme.themeSource = scheme
}

/** Hands an address to the user's browser or mail program. */
export function openOutside(address: string): Promise<void> {
  return shell.openExternal(address)
}

/** For the page "About". */
export function programInfo(mode: AppInfo['mode']): AppInfo {
  const versions: Readonly<Record<string, string | undefined>> = process.versions
  return {
    mode,
    version: app.getVersion(),
    shell: versions['electron'] ?? '',
    engine: versions['chrome'] ?? '',
    runtime: process.versions.node,
    secretsSealedBySystem: isSealedBySystem(),
  }
}
