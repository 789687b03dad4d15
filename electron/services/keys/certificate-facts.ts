import { X509Certificate } from 'node:crypto'
import type { SigningCertificate } from '#shared/ipc/signing.ipc.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import type { KeyFile } from './key-ring.port.ts'

/** A part of a name as Node writes it, one a line, with special letters escaped. */
function partOf(name: string, part: 'CN' | 'O'): string | null {
  const line = name.split('\n').find((one) => one.startsWith(`${part}=`))
  return line === undefined ? null : line.slice(part.length + 1).replaceAll(/\\(.)/g, '$1')
}

/** What people see of a key. Throws when the certificate is none. */
export function certificateFacts({ use, certificate, practicePin }: KeyFile): SigningCertificate {
  const { subject, issuer, validFromDate, validToDate } = new X509Certificate(certificate)
  return {
    id: sha256Hex(certificate),
    use,
    holder: partOf(subject, 'CN') ?? '',
    organisation: partOf(subject, 'O'),
    issuer: partOf(issuer, 'CN') ?? '',
    validFrom: instantFrom(validFromDate.getTime()),
    validUntil: instantFrom(validToDate.getTime()),
    practice: practicePin !== null,
  }
}
