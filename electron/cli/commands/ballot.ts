import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readAnswersFile, verifyAnswers } from '#shared/audit/verify-answers.ts'
import type { AnswersFile } from '#shared/domain/meetings/answers-file/answers-file.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'
import { CommandError, usageError, type Command } from '../command.ts'
import { readTrustFolder } from '../trust-folder.ts'

const USAGE = 'congso ballot verify FILE.json [--trust DIR]'
const MOST_BYTES = 256 * 1024 * 1024
const PROFILE_TRUST = join(import.meta.dirname, '../../../resources/trust')

/** `congso ballot verify`: counts signed answers again and checks every signature, with no network. Fails when anything is wrong, and says where. */
export const ballotCommand: Command = {
  usage: USAGE,
  async run(args) {
    const { file, trust } = readArguments(args)
    const folder = trust ?? (existsSync(PROFILE_TRUST) ? PROFILE_TRUST : undefined)
    const known = folder === undefined ? { certificates: [], crls: [] } : await readTrustFolder(folder)
    const report = await verifyAnswers(await fileAt(file), {
      trust: known.certificates,
      intermediates: known.certificates,
      evidence: { ocspResponses: [], crls: known.crls },
      crypto: webSignatureCrypto(globalThis.crypto.subtle),
      now: new Date(),
    })
    if (report.verdict === 'valid') return report
    throw new CommandError('ballot.invalid', 'the answers are not what was signed or declared', {
      details: { ...report },
    })
  },
}

async function fileAt(path: string): Promise<AnswersFile> {
  const text = await textAt(path)
  const read = text === undefined ? null : readAnswersFile(text)
  if (read === null) throw new CommandError('ballot.no-answers', 'the file holds no signed answers')
  return read
}

/** The whole file, or undefined if it is larger than any there is. */
async function textAt(path: string): Promise<string | undefined> {
  try {
    return (await stat(path)).size > MOST_BYTES ? undefined : await readFile(path, 'utf8')
  } catch (error) {
    throw new CommandError('cli.file-unreadable', error instanceof Error ? error.message : path)
  }
}

function readArguments(args: readonly string[]): { file: string; trust: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { trust: { type: 'string' } },
    })
    const [verb, file, ...more] = positionals
    if (verb !== 'verify' || file === undefined || more.length > 0) throw usageError(USAGE)
    return { file, trust: values.trust }
  } catch (error) {
    throw error instanceof CommandError ? error : usageError(USAGE)
  }
}
