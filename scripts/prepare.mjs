// Plain JavaScript for Node 20 with nothing installed: installs the packages, finds Node 24, runs a file under it.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_HERE = 20
const NEEDED = 24
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** @param {string} text */
function say(text) {
  console.log(`congso: ${text}`)
}

/** @param {string[]} lines */
function explain(...lines) {
  for (const line of lines) console.error(`congso: ${line}`)
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages
}

/** What is installed is what the lockfile names. Optional packages are for some platforms only. */
function isInstalled() {
  const installedList = 'node_modules/.package-lock.json'
  if (!existsSync(path.join(root, installedList))) return false
  const installed = packagesOf(installedList)
  return Object.entries(packagesOf('package-lock.json')).every(([place, wanted]) => {
    const found = installed[place]
    return place === '' || (found ? found.version === wanted.version : wanted.optional === true)
  })
}

/** @param {string} node @returns {number} 0 when it cannot be run */
function majorOf(node) {
  const { status, stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
  return status === 0 ? Number.parseInt(stdout, 10) : 0
}

/**
 * @param {string[]} args
 * @param {'inherit' | 'pipe'} stdio
 */
function npm(args, stdio) {
  const script = process.env['npm_execpath']
  const [command, all] = script ? [process.execPath, [script, ...args]] : ['npm', args]
  const shell = !script && process.platform === 'win32'
  return spawnSync(command, all, { cwd: root, stdio, encoding: 'utf8', shell }).status === 0
}

/** `npm ci` refuses a lockfile that lacks packages of other platforms; `npm install` takes what it names. */
function install() {
  say('installing packages (npm ci), a minute or two ...')
  if (npm(['ci'], 'pipe') || npm(['install', '--no-save', '--loglevel=error'], 'inherit')) return true
  explain(
    'the packages could not be installed.',
    'Check that the npm registry can be reached (npm ping), then run: npm ci',
    'On a closed network, set the registry your organisation offers: npm config set registry <address>',
  )
  return false
}

/** @returns {string | undefined} */
function findNode() {
  const packaged = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const candidates = [packaged, process.execPath]
  return candidates.find((node) => (node === process.execPath || existsSync(node)) && majorOf(node) >= NEEDED)
}

/**
 * Runs a TypeScript file of ours under Node 24, with everything installed. Resolves with the exit code.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function runPrepared(args) {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_HERE) {
    explain(
      `this is Node ${process.versions.node}; ${OLDEST_HERE} or newer is needed to begin: https://nodejs.org`,
    )
    return 1
  }
  if (!isInstalled() && !install()) return 1
  const node = findNode()
  if (!node) {
    explain(
      `Node ${NEEDED} is needed and was not found; this is Node ${process.versions.node}.`,
      'On Linux and Windows (x64, and Linux on ARM) it comes with the packages, unless optional ones are left out:',
      '  npm ci --include=optional',
      `Elsewhere install Node ${NEEDED} from https://nodejs.org and run the command again.`,
    )
    return 1
  }
  const bin = [path.dirname(node), path.join(root, 'node_modules', '.bin'), process.env['PATH']].join(
    path.delimiter,
  )
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: bin } })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.on('error', (error) => {
      explain(error.message)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
