import { X509Certificate } from 'node:crypto'
import type { Instant } from '#shared/kernel/instant.ts'
import { millisOf } from '#shared/kernel/instant.ts'

const MAX_LENGTH = 8

/** True when `at` lies in the certificate's validity, both ends included. */
export function isValidAt(certificate: X509Certificate, at: Instant): boolean {
  const time = millisOf(at)
  return certificate.validFromDate.getTime() <= time && time <= certificate.validToDate.getTime()
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}

function extend(
  path: readonly X509Certificate[],
  pool: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  at: Instant,
): readonly X509Certificate[] | undefined {
  const last = path.at(-1)
  if (!last || path.length > MAX_LENGTH || !isValidAt(last, at)) return undefined
  const isLast = (other: X509Certificate) => other.fingerprint256 === last.fingerprint256
  if (roots.some(isLast)) return path
  for (const issuer of [...roots, ...pool]) {
    if (path.some((known) => known.fingerprint256 === issuer.fingerprint256) || !isIssuedBy(last, issuer))
      continue
    const whole = extend([...path, issuer], pool, roots, at)
    if (whole) return whole
  }
  return undefined
}

/**
 * The certificates from `certificate` up to one of `roots`, each signed by the next and valid at that time; undefined when there is
 * no such path. `pool` holds the intermediates that came along, in any order. Throws when something is no certificate.
 */
export function certificatePath(
  certificate: Uint8Array,
  pool: readonly Uint8Array[],
  roots: readonly Uint8Array[],
  at: Instant,
): readonly Uint8Array[] | undefined {
  const parse = (der: Uint8Array) => new X509Certificate(der)
  const path = extend([parse(certificate)], pool.map(parse), roots.map(parse), at)
  return path?.map(({ raw }) => new Uint8Array(raw))
}
