import { createHash } from 'node:crypto'
import { parseCertificate } from '#shared/pdf/verify/certificate.ts'
import { buildOcspRequest } from '#shared/pdf/verify/ocsp.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'
import type { PracticeAuthority } from '../../backbone/practice/pki/authority.ts'
import { currentBody, latin1, rawStream, rawUpdate } from './raw-pdf.ts'
import { FORM, signRaw, timestampToken, type SignOptions } from './signed-pdf.ts'

/** The answer of the authority's status service about one of its certificates. */
export async function statusAnswer(
  authority: PracticeAuthority,
  certificateDer: Uint8Array,
): Promise<Uint8Array> {
  const request = await buildOcspRequest({
    certificate: parseCertificate(certificateDer),
    issuer: parseCertificate(authority.issuingCertificate),
    crypto: webSignatureCrypto(crypto.subtle),
  })
  return authority.ocsp(request)
}

const FIRST = 700

/** The file with a document security store that holds the evidence. */
export function withSecurityStore(
  file: Uint8Array,
  evidence: { readonly ocspResponses: readonly Uint8Array[]; readonly crls: readonly Uint8Array[] },
): Uint8Array {
  const streams = [...evidence.ocspResponses, ...evidence.crls]
  const references = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => `${FIRST + 1 + from + index} 0 R`).join(' ')
  const ocsp = references(0, evidence.ocspResponses.length)
  const crls = references(evidence.ocspResponses.length, evidence.crls.length)
  const catalog = `<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R /DSS ${FIRST} 0 R >>`
  return rawUpdate(file, {
    [FORM.catalog]: catalog,
    [FIRST]: `<< /Type /DSS /OCSPs [${ocsp}] /CRLs [${crls}] >>`,
    ...Object.fromEntries(streams.map((der, index) => [FIRST + 1 + index, rawStream('', der)])),
  })
}

/** The file with a document time stamp in a field of its own, as archives put it. */
export function withDocumentTimestamp(
  file: Uint8Array,
  authority: PracticeAuthority,
  identity: SignOptions['identity'],
): Promise<Uint8Array> {
  const number = 800 + 10 * (latin1(file).match(/DocTimeStamp/gu)?.length ?? 0)
  const form = currentBody(file, FORM.acroForm)
  return signRaw(file, {
    field: 'seal',
    fieldObject: number,
    identity,
    subFilter: 'ETSI.RFC3161',
    objects: { [FORM.acroForm]: form.replace(' 0 R] /SigFlags', ` 0 R ${number} 0 R] /SigFlags`) },
    fieldBody: (signature) =>
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (stamp${number}) /Rect [0 0 0 0] /F 132 /P 3 0 R /V ${signature} 0 R >>`,
    makeCms: (_digest, covered) =>
      Promise.resolve(timestampToken(authority, createHash('sha256').update(covered).digest())),
  })
}
