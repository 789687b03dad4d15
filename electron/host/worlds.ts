import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { CdpSession } from './cdp.ts'
import { createCodec } from './codec.ts'
import { acceptBridge, offerBridge, openBridge } from './world-bridge.ts'
import { type PreloadSetup, startPreload } from './world-preload.ts'

export const PRELOAD_WORLD = 'preload'
export const BINDING = '__toMain'
export const RECEIVER = '__fromMain'
/** Characters per message: one binding call or one `callFunctionOn` stays far below what breaks the pipe. */
export const CHUNK_SIZE = 1_000_000
/** The page a window shows before its first `loadURL`. */
export const BLANK_PATH = '/__host/blank'

/** What a preload script sees of `process`. */
const PROCESS = {
  type: 'renderer',
  sandboxed: true,
  contextIsolated: true,
  platform: process.platform,
  arch: process.arch,
  versions: process.versions,
  env: {},
}

const skipBlank = `if (globalThis !== globalThis.top || location.protocol !== 'https:' || location.pathname === '${BLANK_PATH}') return`

const pageBytes = `{ toText: (bytes) => bytes.toBase64(), fromText: (text) => Uint8Array.fromBase64(text) }`

/**
 * Installs the preload script in its isolated world, and the receiving end of contextBridge in the page's world.
 * Takes effect for documents loaded after all the answers are there.
 */
export function installPreload(session: CdpSession, preloadPath: string, argv: string[]): Promise<object>[] {
  const token = randomBytes(16).toString('hex')
  const setup: PreloadSetup = {
    binding: BINDING,
    receiver: RECEIVER,
    chunkSize: CHUNK_SIZE,
    process: { ...PROCESS, argv },
  }
  const pageScript = `(() => { ${skipBlank}; (${acceptBridge.toString()})('${token}', ${openBridge.toString()}) })()`
  const preloadScript = [
    `(() => { ${skipBlank}`,
    `const codec = (${createCodec.toString()})(${pageBytes})`,
    `const bridge = (${offerBridge.toString()})('${token}', ${openBridge.toString()})`,
    `;(${startPreload.toString()})(${JSON.stringify(setup)}, codec, bridge, function (require, module, exports, process) {`,
    readFileSync(preloadPath, 'utf8'),
    '\n}) })()',
  ].join('\n')
  return [
    session.send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript }),
    session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadScript,
      worldName: PRELOAD_WORLD,
    }),
  ]
}
