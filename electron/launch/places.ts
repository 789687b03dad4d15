import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')
/** Where `vite build --app` leaves the application. */
export const builtApp = path.join(root, 'out/app')
/** A folder that stands in for an Electron distribution (`ELECTRON_OVERRIDE_DIST_PATH`). */
export const hostDist = path.join(root, 'electron/host/dist')
/** Drives the seven steps through the real windows; run when there is no display. */
export const TOUR = 'test/tour/main.ts'
