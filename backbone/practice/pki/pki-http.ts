import type { PracticeAuthority } from './authority.ts'

export interface PkiRequest {
  readonly method: string
  /** Path of the address, without query. */
  readonly path: string
  readonly body?: Uint8Array
}

export interface PkiResponse {
  readonly status: number
  readonly contentType: string
  readonly body: Uint8Array
}

/** Requests beyond this size are no honest OCSP or time-stamp request. */
const MAX_BODY_BYTES = 64 * 1024

const NOT_FOUND = plain(404)
const METHOD_NOT_ALLOWED = plain(405)
const TOO_LARGE = plain(413)

/** What stands behind `PRACTICE_PKI_ORIGIN`: /tsa, /ocsp (POST, and GET of RFC 6960 A.1), /crl, /root-crl, /issuing.cer, /root.cer. */
export function handlePkiRequest(authority: PracticeAuthority, request: PkiRequest): PkiResponse {
  const { method, path, body = new Uint8Array() } = request
  if (body.length > MAX_BODY_BYTES) return TOO_LARGE
  const ocspByGet = /^\/ocsp\/(.+)$/u.exec(path)?.[1]
  if (ocspByGet !== undefined)
    return method === 'GET' ? ocsp(authority, fromUrl(ocspByGet)) : METHOD_NOT_ALLOWED
  switch (path) {
    case '/tsa':
      if (method !== 'POST') return METHOD_NOT_ALLOWED
      return found('application/timestamp-reply', authority.timestamp(body))
    case '/ocsp':
      return method === 'POST' ? ocsp(authority, body) : METHOD_NOT_ALLOWED
    case '/crl':
      return found('application/pkix-crl', authority.crl())
    case '/root-crl':
      return found('application/pkix-crl', authority.rootCrl())
    case '/issuing.cer':
      return found('application/pkix-cert', authority.issuingCertificate)
    case '/root.cer':
      return found('application/pkix-cert', authority.rootCertificate)
    default:
      return NOT_FOUND
  }
}

function ocsp(authority: PracticeAuthority, requestDer: Uint8Array): PkiResponse {
  return found('application/ocsp-response', authority.ocsp(requestDer))
}

/** URL-encoded base64; malformed escapes end as an OCSP answer that says so. */
function fromUrl(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.replaceAll('%2B', '+').replaceAll('%2F', '/'), 'base64'))
}

function found(contentType: string, body: Uint8Array): PkiResponse {
  return { status: 200, contentType, body }
}

function plain(status: number): PkiResponse {
  return { status, contentType: 'text/plain', body: new Uint8Array() }
}
