import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../../electron/cli/main.ts'
import { AnsweredBallot } from '../../builders/an-answers-file.ts'

let folder: string
let until: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'congso-answers-'))
  const ballot = await AnsweredBallot.around(Date.now() - 3_600_000)
  const file = await ballot.file()
  until = file.questions[0]!.until!
  const text = JSON.stringify(file)
  mkdirSync(join(folder, 'roots'))
  writeFileSync(join(folder, 'roots/root.cer'), ballot.authority.rootCertificate)
  writeFileSync(join(folder, 'roots/issuing.cer'), ballot.authority.issuingCertificate)
  writeFileSync(join(folder, 'good.json'), text)
  writeFileSync(join(folder, 'bent.json'), text.replace('"choice":"no"', '"choice":"yes"'))
  writeFileSync(join(folder, 'other.json'), '{}')
})
afterAll(() => rmSync(folder, { recursive: true }))

async function congso(...args: string[]): Promise<{ status: number; output: unknown }> {
  const printed: unknown[] = []
  const status = await runCommand(args, (value) => printed.push(value))
  expect(printed).toHaveLength(1)
  return { status, output: printed[0] }
}
const verify = (name: string, ...more: string[]) =>
  congso('ballot', 'verify', join(folder, name), '--trust', join(folder, 'roots'), ...more)

test('a file of signed answers is counted again and judged without a network', async () => {
  expect(await verify('good.json')).toMatchObject({
    status: 0,
    output: {
      verdict: 'valid',
      questions: [{ signed: 2, counted: { yes: 1, no: 1, silent: 1 }, problems: [] }],
    },
  })
})

test('one that was bent fails, and says whose answer it is', async () => {
  expect(await verify('bent.json')).toMatchObject({
    status: 1,
    output: {
      error: {
        code: 'ballot.invalid',
        questions: [{ problems: [{ rule: 'statement-differs', post: 'leader' }, { rule: 'tally-differs' }] }],
      },
    },
  })
})

test('the deadline is told, and one that is known from elsewhere is what counts', async () => {
  expect(await verify('good.json', '--until', until)).toMatchObject({
    status: 0,
    output: { questions: [{ until }] },
  })
  const earlier = new Date(Date.parse(until) - 3 * 86_400_000).toISOString()
  expect(await verify('good.json', '--until', earlier)).toMatchObject({
    status: 1,
    output: {
      error: {
        code: 'ballot.other-deadline',
        named: [until],
        questions: [{ until: earlier, problems: [{ rule: 'signed-outside' }, { rule: 'signed-outside' }] }],
      },
    },
  })
  expect((await verify('good.json', '--until', '2026-11-19')).status).toBe(2)
})

test('what is no such file fails, a wrong call is told how', async () => {
  expect(await verify('other.json')).toMatchObject({
    status: 1,
    output: { error: { code: 'ballot.no-answers' } },
  })
  expect(await verify('nowhere.json')).toMatchObject({
    status: 1,
    output: { error: { code: 'cli.file-unreadable' } },
  })
  expect((await congso('ballot', 'count')).status).toBe(2)
})
