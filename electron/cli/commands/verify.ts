import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { verifyPdf } from '#shared/pdf/verify/verify-pdf.ts'
import type { PdfVerdict } from '#shared/pdf/verify/verdict.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'
import { CommandError, usageError, type Command } from '../command.ts'
import { onlineStatusSource } from '../online-status-source.ts'
import { readTrustFolder, type TrustFolder } from '../trust-folder.ts'

const USAGE = 'congso verify FILE.pdf [--trust DIR] [--online]'
const MAX_FILE_BYTES = 512 * 1024 * 1024
const NOTHING_TRUSTED: TrustFolder = { certificates: [], crls: [] }
/** Dated snapshots of the roots of the country profile. */
const PROFILE_TRUST = join(import.meta.dirname, '../../../resources/trust')

/** `congso verify`: the verdict on every signature of a PDF. */
export const verifyCommand: Command = {
  usage: USAGE,
  async run(args) {
    const { file, trust, online } = readArguments(args)
    const folder = trust ?? (existsSync(PROFILE_TRUST) ? PROFILE_TRUST : undefined)
    const known = folder === undefined ? NOTHING_TRUSTED : await readTrustFolder(folder)
    const bytes = await readBounded(file)
    if (bytes === undefined) {
      return { verdict: 'unknown', reasons: ['pdf.too-complex'], signatures: [] } satisfies PdfVerdict
    }
    return verifyPdf(bytes, {
      trust: known.certificates,
      evidence: { ocspResponses: [], crls: known.crls },
      crypto: webSignatureCrypto(globalThis.crypto.subtle),
      now: new Date(),
      ...(online ? { statusSource: onlineStatusSource() } : {}),
    })
  },
}

function readArguments(args: readonly string[]): {
  file: string
  trust: string | undefined
  online: boolean
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { trust: { type: 'string' }, online: { type: 'boolean', default: false } },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw usageError(USAGE)
    return { file, trust: values.trust, online: values.online }
  } catch (error) {
    throw error instanceof CommandError ? error : usageError(USAGE)
  }
}

/** The whole file, or undefined if it is larger than any document. */
async function readBounded(path: string): Promise<Uint8Array | undefined> {
  try {
    await using handle = await open(path)
    const { size } = await handle.stat()
    return size > MAX_FILE_BYTES ? undefined : Uint8Array.from(await handle.readFile())
  } catch (error) {
    throw new CommandError('cli.file-unreadable', error instanceof Error ? error.message : path)
  }
}
