import { derChildren, derChildrenOf, DerTag } from '../../kernel/der-reader.ts'
import { decodeStream } from '../structure/pdf-filters.ts'
import type { PdfRevision } from '../structure/pdf-revision.ts'
import { isKind } from '../structure/pdf-value.ts'
import { Attribute, type SignedData } from './signed-data.ts'

/** What a file carries for the long-term check of its signatures (ETSI EN 319 142-1, 5.4.2). */
export interface SecurityStore {
  readonly certificates: readonly Uint8Array[]
  readonly ocspResponses: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
}

/** More than this is not evidence but a burden. */
const MAX_ITEMS = 512

/** The document security store, empty if there is none. Throws `PdfStructureError` on damaged streams. */
export function readSecurityStore(revision: PdfRevision): SecurityStore {
  const store = revision.dictionary(revision.catalog, 'DSS')
  const streams = (key: string) =>
    revision
      .items(store, key)
      .slice(0, MAX_ITEMS)
      .flatMap((item) => {
        const stream = revision.resolve(item)
        return isKind(stream, 'stream') ? [decodeStream(stream)] : []
      })
  return { certificates: streams('Certs'), ocspResponses: streams('OCSPs'), crls: streams('CRLs') }
}

/** Evidence inside a signature: Adobe's archive attribute and the CRLs of CMS. Throws `DerError`. */
export function readSignatureEvidence(signed: SignedData): SecurityStore {
  const [archive] = signed.attributes.get(Attribute.revocationArchive) ?? []
  const parts = archive === undefined ? [] : derChildrenOf(archive, DerTag.sequence)
  const listUnder = (tag: number) =>
    parts.flatMap((part) =>
      part.tag === tag ? derChildrenOf(derChildren(part)[0], DerTag.sequence).map((node) => node.raw) : [],
    )
  return {
    certificates: signed.certificates,
    ocspResponses: listUnder(0xa1),
    crls: [...listUnder(0xa0), ...signed.crls],
  }
}
