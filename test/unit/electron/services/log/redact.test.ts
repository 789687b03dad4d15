import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileLog } from '../../../../../electron/services/log/file-log.ts'
import { redact } from '../../../../../electron/services/log/redact.ts'
import { temporaryFolder } from '../../../../fakes/temporary-folder.ts'

test.each([
  ['bearer tokens', 'authorization: Bearer abcdef0123456789.x_y-z', 'abcdef0123456789'],
  ['web tokens', 'got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbmgifQ.c2lnbmF0dXJlLWhlcmU', 'eyJzdWIiOiJhbmgifQ'],
  ['PINs in facts', '{"pin":"246810","tries":3}', '246810'],
  ['PINs in texts', 'pin=2468 was wrong', '2468'],
  ['passwords', "password: 'mật khẩu'", 'mật khẩu'],
  ['keys', '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----', 'MIIEvQIBADANBg'],
  ['addresses', 'to an.nguyen@so.example.vn', 'an.nguyen'],
  ['hashes and secrets in hex', `blob ${'0a'.repeat(32)}`, '0a0a0a'],
  ['identity numbers', 'holder 001203004567', '001203004567'],
  ['queries', 'GET https://node.example/v1/feed?workspace=so-noi-vu', 'so-noi-vu'],
  ['long base64', `data ${Buffer.alloc(60, 7).toString('base64')}`, 'BwcHBwcH'],
])('%s are taken out', (_what, line, hidden) => {
  expect(redact(line)).not.toContain(hidden)
})

test('the home folder is not named, and what helps stays', () => {
  expect(redact('Error at /home/anh/app/x.js:3 code ENOENT', '/home/anh')).toBe(
    'Error at ~/app/x.js:3 code ENOENT',
  )
  expect(
    redact('2026-11-22T01:02:03.456Z info request refused {"name":"blobs.get","code":"blob-missing"}'),
  ).toContain('blob-missing')
})

test('a secret never gets through, wherever it stands', () => {
  const secret = fc.stringMatching(/^[0-9a-f]{64}$/)
  fc.assert(
    fc.property(
      fc.string(),
      secret,
      fc.string(),
      (before, hex, after) => !redact(`${before} ${hex} ${after}`).includes(hex),
    ),
  )
})

test('every line of the log is redacted, and a full file makes room', async () => {
  const folder = await temporaryFolder()
  const log = fileLog(folder, () => 0, 200)
  log.info('start', { token: 'abc' })
  log.error('failed', new Error('outer', { cause: new Error('pin: 1234') }))
  log.info('again')
  const text =
    (await readFile(path.join(folder, 'app.1.log'), 'utf8')) +
    (await readFile(path.join(folder, 'app.log'), 'utf8'))
  expect(text).toContain('start')
  expect(text).toContain('caused by')
  expect(text).not.toMatch(/abc|1234/)
})
