import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readAnswersFile, verifyAnswers } from '#shared/audit/verify-answers.ts'
import type { AnswersFile } from '#shared/domain/meetings/answers-file/answers-file.ts'
import { instantFrom, type Instant } from '#shared/kernel/instant.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'
import { CommandError, usageError, type Command } from '../command.ts'
import { readTrustFolder } from '../trust-folder.ts'

const USAGE = 'congso ballot verify FILE.json [--until INSTANT] [--trust DIR]'
const MOST_BYTES = 256 * 1024 * 1024
const PROFILE_TRUST = join(import.meta.dirname, '../../../resources/trust')

/** `congso ballot verify`: counts signed answers again and checks every signature, with no network. Fails when anything is wrong, and says where. `--until`: the deadline as it is known from elsewhere, since the file is not signed; a file that names another one fails. */
export const ballotCommand: Command = {
  usage: USAGE,
  async run(args) {
    const { file, trust, until } = readArguments(args)
    const folder = trust ?? (existsSync(PROFILE_TRUST) ? PROFILE_TRUST : undefined)
    const known = folder === undefined ? { certificates: [], crls: [] } : await readTrustFolder(folder)
    const told = await fileAt(file)
    const report = await verifyAnswers(until === undefined ? told : judgedBy(told, until), {
      trust: known.certificates,
      intermediates: known.certificates,
      evidence: { ocspResponses: [], crls: known.crls },
      crypto: webSignatureCrypto(globalThis.crypto.subtle),
      now: new Date(),
    })
    if (until !== undefined && told.questions.some((one) => one.until !== until))
      throw new CommandError('ballot.other-deadline', 'the file names another deadline', {
        details: { named: told.questions.map((one) => one.until), ...report },
      })
    if (report.verdict === 'valid') return report
    throw new CommandError('ballot.invalid', 'the answers are not what was signed or declared', {
      details: { ...report },
    })
  },
}

const judgedBy = (file: AnswersFile, until: Instant): AnswersFile => ({
  ...file,
  questions: file.questions.map((one) => ({ ...one, until })),
})

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

interface Arguments {
  readonly file: string
  readonly trust: string | undefined
  readonly until: Instant | undefined
}

/** With the zone it is in: a time of day alone could be any. */
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/

function instantOf(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined
  const ms = INSTANT.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(ms)) throw usageError(USAGE)
  return instantFrom(ms)
}

function readArguments(args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { trust: { type: 'string' }, until: { type: 'string' } },
    })
    const [verb, file, ...more] = positionals
    if (verb !== 'verify' || file === undefined || more.length > 0) throw usageError(USAGE)
    return { file, trust: values.trust, until: instantOf(values.until) }
  } catch (error) {
    throw error instanceof CommandError ? error : usageError(USAGE)
  }
}
