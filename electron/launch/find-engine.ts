import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { findChromium } from '../host/chromium.ts'
import { hostDist, root } from './places.ts'

/** What can open the application's windows: an Electron binary, or the pretended one on an installed Chromium. */
export interface Shell {
  name: string
  command: string
  args: string[]
  env: Record<string, string>
}

/** Chromium refuses to run its sandbox as root. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Asking the `electron` package itself would start a download, so its files are looked at instead. */
export function findElectron(): Shell | undefined {
  const folder = path.join(root, 'node_modules/electron')
  const pathFile = path.join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const command = path.join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(command) ? { name: 'Electron', command, args: asRoot, env: {} } : undefined
}

export function findHost(): Shell | undefined {
  const chromium = findChromium(process.env)
  if (!chromium) return undefined
  return {
    name: chromium,
    command: process.execPath,
    args: [path.join(hostDist, '../boot.ts')],
    env: { ELECTRON_OVERRIDE_DIST_PATH: hostDist },
  }
}

/** Electron cannot do without a display; Chromium can. */
export function findShell(headless: boolean): Shell | undefined {
  return (headless ? undefined : findElectron()) ?? findHost()
}
