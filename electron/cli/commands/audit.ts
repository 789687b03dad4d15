import { createPublicKey, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { parseArgs } from 'node:util'
import { custodyLinesOf } from '#shared/audit/custody-page.ts'
import { verifyAudit } from '#shared/audit/verify-audit.ts'
import { verifyCustody } from '#shared/audit/verify-custody.ts'
import type { Ed25519Verifier } from '#shared/log/ed25519.port.ts'
import { CommandError, usageError, type Command } from '../command.ts'

const USAGE =
  'congso audit verify (LOG.ndjson | CHAIN.html | --url http://HOST:PORT --workspace ID) [--node-key BASE64]; the bearer for --url is CONGSO_NODE_SECRET'
/** Raw keys become DER by this prefix (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** `congso audit verify`: recomputes a whole log, or the chain of custody of one document. */
export const auditCommand: Command = {
  usage: USAGE,
  async run(args) {
    const { file, source, nodeKey } = readArguments(args)
    const options = { verifier, ...(nodeKey === undefined ? {} : { nodeKey }) }
    try {
      if (file !== undefined && HTML.test(file)) return await verifyCustody(await chainIn(file), options)
      return await verifyAudit(createInterface({ input: await source(), crlfDelay: Infinity }), options)
    } catch (error) {
      if (error instanceof CommandError) throw error
      throw new CommandError('cli.file-unreadable', error instanceof Error ? error.message : 'unreadable')
    }
  },
}

const HTML = /\.html?$/iu

async function chainIn(file: string): Promise<readonly string[]> {
  const lines = custodyLinesOf(await readFile(file, 'utf8'))
  if (lines === undefined)
    throw new CommandError('cli.file-unreadable', 'the file carries no chain of custody')
  return lines
}

const verifier: Ed25519Verifier = {
  verify: (publicKey, message, signature) => {
    if (publicKey.length !== 32 || signature.length !== 64) return Promise.resolve(false)
    const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' })
    return Promise.resolve(verify(null, message, key, signature))
  },
}

interface Arguments {
  readonly file: string | undefined
  readonly source: () => Promise<Readable>
  readonly nodeKey: string | undefined
}

function readArguments(args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { url: { type: 'string' }, workspace: { type: 'string' }, 'node-key': { type: 'string' } },
    })
    const [verb, file, ...more] = positionals
    const { url, workspace, 'node-key': nodeKey } = values
    if (verb !== 'verify' || more.length > 0) throw usageError(USAGE)
    if (file !== undefined && url === undefined)
      return { file, nodeKey, source: () => Promise.resolve(createReadStream(file)) }
    if (file === undefined && url !== undefined && workspace !== undefined)
      return { file, nodeKey, source: () => fetchLog(url, workspace) }
    throw usageError(USAGE)
  } catch (error) {
    throw error instanceof CommandError ? error : usageError(USAGE)
  }
}

async function fetchLog(url: string, workspace: string): Promise<Readable> {
  const address = new URL('/v1/audit', url)
  address.searchParams.set('workspace', workspace)
  const answer = await fetch(address, {
    headers: { authorization: `Bearer ${process.env['CONGSO_NODE_SECRET'] ?? ''}` },
  })
  if (!answer.ok || answer.body === null)
    throw new CommandError('cli.node-refused', `the node answered ${answer.status}`)
  return Readable.fromWeb(answer.body as ReadableStream<Uint8Array>)
}
