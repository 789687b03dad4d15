import { AppError } from '#shared/errors/app-error.ts'
import type { GuardedPost } from '../timestamp/rfc3161-timestamp.ts'

/** Where the certificates of practice say their services are. */
export const PRACTICE_PKI_ORIGIN = 'http://pki.practice.invalid'
const TIMEOUT_MS = 5000

/** Posts to the services named in practice certificates, which stand in the practice node; to nothing else. Throws AppError `offline`. */
export function practicePost(address: () => string | undefined): GuardedPost {
  return async ({ url, contentType, body }) => {
    const node = address()
    if (node === undefined || new URL(url).origin !== PRACTICE_PKI_ORIGIN) throw new AppError('offline')
    const response = await fetch(`${node}/practice/pki${new URL(url).pathname}`, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body: Uint8Array.from(body),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      body: new Uint8Array(await response.arrayBuffer()),
    }
  }
}
