import type { StatusSource } from '#shared/pdf/verify/certificate-status.ts'
import type { TrustSnapshot } from '../isolation/verify-pdf-isolated.ts'
import { PRACTICE_PKI_ORIGIN, type PracticeAuthority } from './pki/authority.ts'
import { handlePkiRequest, type PkiResponse } from './pki/pki-http.ts'

/** Stands in every verdict of practice. */
const TRUST_NAME = 'practice'

/** The practice root, and nobody else. */
export function practiceTrustSnapshot(authority: PracticeAuthority): TrustSnapshot {
  return {
    name: TRUST_NAME,
    roots: [authority.rootCertificate],
    intermediates: [authority.issuingCertificate],
  }
}

/** Status services of practice, asked without a network; every other address has none. */
export function practiceStatusSource(authority: PracticeAuthority): StatusSource {
  const ask = (method: string, url: string, body?: Uint8Array): Promise<Uint8Array | undefined> => {
    if (!url.startsWith(`${PRACTICE_PKI_ORIGIN}/`)) return Promise.resolve(undefined)
    const path = url.slice(PRACTICE_PKI_ORIGIN.length)
    const answer: PkiResponse = handlePkiRequest(authority, {
      method,
      path,
      ...(body === undefined ? {} : { body }),
    })
    return Promise.resolve(answer.status === 200 ? answer.body : undefined)
  }
  return { ocsp: (url, request) => ask('POST', url, request), crl: (url) => ask('GET', url) }
}
