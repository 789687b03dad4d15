import { readFileSync, statSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from './app.ts'
import { engineSwitches, parseCommandLine } from './command-line.ts'
import { engine } from './engine.ts'
import { schedulePermissions } from './session.ts'
import './electron.ts'
import { BLANK_PATH } from './worlds.ts'

interface Manifest {
  name?: string
  productName?: string
  version?: string
  main?: string
}

function findEntry(target: string): { directory: string; entry: string; manifest: Manifest } {
  const full = path.resolve(target)
  if (!statSync(full).isDirectory()) return { directory: path.dirname(full), entry: full, manifest: {} }
  const manifest = JSON.parse(readFileSync(path.join(full, 'package.json'), 'utf8')) as Manifest
  return { directory: full, entry: path.join(full, manifest.main ?? 'index.js'), manifest }
}

/** Runs the app's main module, then the engine, then tells the app that it is ready. */
export async function startApp(args: string[]): Promise<void> {
  const command = parseCommandLine(args)
  const { directory, entry, manifest } = findEntry(command.app)
  process.argv = [process.execPath, ...args]
  Object.defineProperty(process, 'type', { value: 'browser' })
  Object.defineProperty(process.versions, 'electron', { value: '45.0.0-host', enumerable: true })
  Object.assign(process, { defaultApp: true, resourcesPath: directory })
  app.identify({
    name: manifest.productName ?? manifest.name ?? 'app',
    version: manifest.version ?? '0.0.0',
    directory,
    switches: command.switches,
  })
  process.on('SIGTERM', () => app.quit())
  process.on('SIGINT', () => app.quit())

  if (command.inspectPort !== undefined) inspector.open(command.inspectPort, '127.0.0.1')
  const require = createRequire(import.meta.url)
  for (const file of command.required) require(path.resolve(file))
  await import(pathToFileURL(entry).href)
  if (app.isExiting()) return

  engine.onExit = (reason) => {
    process.stderr.write(`${reason}\n`)
    app.exit(1)
  }
  engine.start({
    profile: path.join(app.getPath('sessionData'), 'host-profile'),
    switches: new Map([...engineSwitches(command.switches), ...app.commandLine.appended]),
    startPage: `https://host.invalid${BLANK_PATH}`,
  })
  schedulePermissions()
  app.markReady()
}
