/** The entry of the pretended Electron binary: prepares the process, then runs the app. */
import module from 'node:module'
import os from 'node:os'
import path from 'node:path'

module.enableCompileCache(
  path.join(process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache'), 'congso-host'),
)

const HOST = new URL('electron.ts', import.meta.url).href

module.registerHooks({
  resolve(specifier, context, next) {
    if (/^electron(\/(main|common))?$/.test(specifier))
      return { url: HOST, shortCircuit: true, format: 'module-typescript' }
    if (specifier === 'original-fs') return next('node:fs', context)
    return next(specifier, context)
  },
})

const { startApp } = await import('./start-app.ts')
await startApp(process.argv.slice(2))
