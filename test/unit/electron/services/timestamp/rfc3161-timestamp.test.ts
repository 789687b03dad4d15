import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PracticeAuthority } from '../../../../../backbone/practice/pki/authority.ts'
import type { GuardedPost } from '../../../../../electron/services/timestamp/rfc3161-timestamp.ts'
import { TimestampProblem } from '#shared/pdf/timestamp/timestamp-response.ts'
import { anAuthority, aTimestampAuthority } from '../../../../builders/practice-signers.ts'

const DIGEST = new Uint8Array(createHash('sha256').update('giá trị').digest())
let authority: PracticeAuthority

beforeAll(async () => {
  authority = await anAuthority()
})

test('a stamp comes back checked, through the given way out only', async () => {
  const seen: string[] = []
  const post: GuardedPost = ({ url, contentType, body }) => {
    seen.push(url, contentType)
    return Promise.resolve({
      status: 200,
      contentType: 'application/timestamp-reply',
      body: authority.timestamp(body),
    })
  }
  const result = await aTimestampAuthority(authority, post).stamp(DIGEST)
  expect(result.ok).toBe(true)
  expect(seen).toEqual(['http://pki.practice.invalid/tsa', 'application/timestamp-query'])
})

describe('no stamp, and why', () => {
  const answers: Record<string, [GuardedPost, TimestampProblem]> = {
    'no network': [() => Promise.reject(new Error('ECONNREFUSED')), TimestampProblem.unreachable],
    'an error page': [
      () => Promise.resolve({ status: 500, contentType: 'text/html', body: new Uint8Array() }),
      TimestampProblem.unreachable,
    ],
    'a login page': [
      () => Promise.resolve({ status: 200, contentType: 'text/html', body: new Uint8Array(10) }),
      TimestampProblem.unreachable,
    ],
    'an endless answer': [
      () =>
        Promise.resolve({
          status: 200,
          contentType: 'application/timestamp-reply',
          body: new Uint8Array(1e6),
        }),
      TimestampProblem.unreachable,
    ],
    nonsense: [
      () =>
        Promise.resolve({
          status: 200,
          contentType: 'application/timestamp-reply',
          body: new Uint8Array(10),
        }),
      TimestampProblem.malformed,
    ],
  }
  test.each(Object.entries(answers))('%s', async (_, [post, problem]) => {
    await expect(aTimestampAuthority(authority, post).stamp(DIGEST)).resolves.toEqual({
      ok: false,
      error: problem,
    })
  })

  test('an authority nobody here trusts', async () => {
    const stranger = await anAuthority()
    const post: GuardedPost = ({ body }) =>
      Promise.resolve({
        status: 200,
        contentType: 'application/timestamp-reply',
        body: stranger.timestamp(body),
      })
    await expect(aTimestampAuthority(authority, post).stamp(DIGEST)).resolves.toEqual({
      ok: false,
      error: TimestampProblem.untrusted,
    })
  })

  test('an old answer played again', async () => {
    let kept: Uint8Array | undefined
    const post: GuardedPost = ({ body }) => {
      kept ??= authority.timestamp(body)
      return Promise.resolve({ status: 200, contentType: 'application/timestamp-reply', body: kept })
    }
    const service = aTimestampAuthority(authority, post)
    await service.stamp(DIGEST)
    await expect(service.stamp(DIGEST)).resolves.toEqual({ ok: false, error: TimestampProblem.otherNonce })
  })
})
