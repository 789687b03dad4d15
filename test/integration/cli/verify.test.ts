import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../../../electron/cli/main.ts'
import { aSealedLetter, aSigningWorld, type SigningWorld } from '../../builders/sealed-letter.ts'
import { aForm } from '../../builders/signed-pdf.ts'

const CONGSO = join(import.meta.dirname, '../../../electron/cli/congso.mjs')
let folder: string
let world: SigningWorld

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'congso-verify-'))
  world = await aSigningWorld()
  for (const name of ['roots', 'roots-only', 'bad']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'letter.pdf'), await aSealedLetter(world))
  writeFileSync(join(folder, 'plain.pdf'), aForm())
  writeFileSync(join(folder, 'not.pdf'), 'nothing of the kind')
  const pem = Buffer.from(world.authority.rootCertificate).toString('base64')
  const block = `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`
  writeFileSync(join(folder, 'roots/root.pem'), block)
  writeFileSync(join(folder, 'roots/issuing.crl'), world.authority.crl())
  writeFileSync(join(folder, 'roots-only/root.cer'), world.authority.rootCertificate)
  writeFileSync(join(folder, 'bad/root.cer'), 'no certificate')
})

afterAll(() => rmSync(folder, { recursive: true }))

/** The command in this process; paths are relative to the test folder. */
async function congso(...args: string[]): Promise<{ status: number; output: Record<string, unknown> }> {
  const printed: unknown[] = []
  const inFolder = args.map((arg) => (/\.pdf$|^roots|^bad$|^nowhere$/u.test(arg) ? join(folder, arg) : arg))
  const status = await runCommand(inFolder, (value) => printed.push(value))
  expect(printed).toHaveLength(1)
  return { status, output: printed[0] as Record<string, unknown> }
}

describe('congso verify', () => {
  test('a sealed letter, with roots and lists in the trust folder', async () => {
    const { status, output } = await congso('verify', 'letter.pdf', '--trust', 'roots')
    expect(status).toBe(0)
    expect(output).toMatchObject({ verdict: 'valid', reasons: [] })
    expect(output['signatures']).toHaveLength(3)
  })

  test('roots alone leave the status open, no roots leave the chain untrusted', async () => {
    expect((await congso('verify', 'letter.pdf', '--trust', 'roots-only')).output).toMatchObject({
      verdict: 'warning',
    })
    expect((await congso('verify', 'letter.pdf')).output).toMatchObject({ verdict: 'invalid' })
  })

  test('a bad verdict is no failure of the command', async () => {
    expect(await congso('verify', 'plain.pdf')).toMatchObject({ status: 0, output: { verdict: 'unsigned' } })
    expect(await congso('verify', 'not.pdf')).toMatchObject({
      status: 0,
      output: { verdict: 'unknown', reasons: ['pdf.not-a-pdf'], signatures: [] },
    })
  })

  test('what the command cannot do ends with a code and still prints JSON', async () => {
    expect(await congso('verify', 'missing.pdf')).toMatchObject({
      status: 1,
      output: { error: { code: 'cli.file-unreadable' } },
    })
    expect(await congso('verify', 'letter.pdf', '--trust', 'bad')).toMatchObject({
      status: 1,
      output: { error: { code: 'cli.trust-unreadable' } },
    })
    expect(await congso('verify', 'letter.pdf', '--trust', 'nowhere')).toMatchObject({ status: 1 })
    expect(await congso('verify')).toMatchObject({ status: 2, output: { error: { code: 'cli.usage' } } })
    expect(await congso('verify', 'a.pdf', '--unknown')).toMatchObject({ status: 2 })
    expect(await congso('unheard-of')).toMatchObject({ status: 2 })
  })

  test('the launcher hands over arguments, output and exit code', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [CONGSO, ...args], { cwd: folder, encoding: 'utf8' })
    const good = run('verify', 'letter.pdf', '--trust', 'roots')
    expect(good.status).toBe(0)
    expect(JSON.parse(good.stdout)).toMatchObject({ verdict: 'valid' })
    expect(run('verify').status).toBe(2)
  })
})
