import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { builtApp, root } from './places.ts'
import { run } from './run.ts'
import { say } from './say.ts'

const SOURCES = [
  'shared',
  'renderer',
  'electron',
  'backbone',
  'resources',
  'vite.config.ts',
  'package-lock.json',
]
const STAMP = path.join(builtApp, '.built')

async function newest(place: string): Promise<number> {
  const info = await stat(place)
  if (!info.isDirectory()) return info.mtimeMs
  const inside = await Promise.all((await readdir(place)).map((name) => newest(path.join(place, name))))
  return Math.max(info.mtimeMs, ...inside)
}

/** The time of the newest source when this build was made; `0` when there is none. */
async function builtFrom(): Promise<number> {
  return existsSync(STAMP) ? Number(await readFile(STAMP, 'utf8')) : 0
}

/** Builds the application unless what is built is newer than every source. Resolves with the exit code of the build. */
export async function buildApp(): Promise<number> {
  const present = SOURCES.map((name) => path.join(root, name)).filter((place) => existsSync(place))
  const time = Math.max(...(await Promise.all(present.map(newest))))
  if ((await builtFrom()) >= time) return 0
  say('building the application ...')
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  const code = await run(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'])
  if (code !== 0) return code
  await mkdir(builtApp, { recursive: true })
  await writeFile(STAMP, String(time))
  return 0
}
