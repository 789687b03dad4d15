import { createHash, createPrivateKey, randomBytes, sign } from 'node:crypto'
import { derChildren, readWholeDer } from '#shared/kernel/der-reader.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { encodeCades, signCades } from '#shared/pdf/cades.ts'
import { pdfDate } from '#shared/pdf/pdf-date.ts'
import { timestampRequest } from '#shared/pdf/timestamp/timestamp-request.ts'
import type { IssuedIdentity, PracticeAuthority } from '../pki/authority.ts'
import type { SignaturePlace } from './letter-page.ts'

const CONTENTS_BYTES = 10_000

/**
 * Adds one PAdES signature with time stamp in an increment of its own. For the sample letters only: knows no file but theirs, whose
 * cross-references are plain tables.
 */
export async function signLetter(
  pdf: Uint8Array,
  place: SignaturePlace,
  identity: IssuedIdentity,
  authority: PracticeAuthority,
  atMs: number,
): Promise<Uint8Array> {
  const before = Buffer.from(pdf).toString('latin1')
  const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(before)?.[1])
  const trailer = before.slice(before.lastIndexOf('trailer'))
  const size = Number(/\/Size (\d+)/.exec(trailer)?.[1])
  const kept = ['Root', 'Info', 'ID']
    .map((name) => new RegExp(`/${name} (?:\\d+ \\d+ R|\\[[^\\]]*\\])`).exec(trailer)?.[0] ?? '')
    .join(' ')

  const start = before.endsWith('\n') ? before.length : before.length + 1
  const field = `${place.object} 0 obj\n<<${place.entries}/V ${size} 0 R>>\nendobj\n`
  const head =
    `${size} 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached` +
    `/M(${pdfDate(instantFrom(atMs))})/ByteRange[0 `
  const range = (values: readonly number[]): string => `${values.join(' ')}]`.padEnd(36)
  const signatureAt = start + field.length
  const contentsAt = signatureAt + head.length + 36 + '/Contents'.length
  const contentsEnd = contentsAt + CONTENTS_BYTES * 2 + 2
  const tail = '>>\nendobj\n'
  const tableAt = contentsEnd + tail.length
  const entry = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`
  const table =
    `xref\n${place.object} 1\n${entry(start)}${size} 1\n${entry(signatureAt)}` +
    `trailer\n<</Size ${size + 1}/Prev ${previous} ${kept}>>\nstartxref\n${tableAt}\n%%EOF\n`
  const total = tableAt + table.length
  const text =
    before.padEnd(start, '\n') +
    field +
    head +
    range([contentsAt, contentsEnd, total - contentsEnd]) +
    `/Contents<${'0'.repeat(CONTENTS_BYTES * 2)}>` +
    tail +
    table
  const bytes = Uint8Array.from(Buffer.from(text, 'latin1'))

  const digest = createHash('sha256')
    .update(bytes.subarray(0, contentsAt))
    .update(bytes.subarray(contentsEnd))
    .digest()
  const key = createPrivateKey({ key: Buffer.from(identity.privateKeyPkcs8), format: 'der', type: 'pkcs8' })
  const signature = await signCades(digest, {
    keyType: 'ec',
    certificate: identity.certificateDer,
    chain: identity.chainDer,
    sign: (data) =>
      Promise.resolve(Uint8Array.from(sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }))),
  })
  const stamped = createHash('sha256').update(signature.signatureValue).digest()
  const [, token] = derChildren(readWholeDer(authority.timestamp(timestampRequest(stamped, randomBytes(8)))))
  if (token === undefined) throw new Error('the practice service did not stamp')
  const cms = Buffer.from(encodeCades(signature, token.raw)).toString('hex')
  bytes.set(Buffer.from(cms, 'latin1'), contentsAt + 1)
  return bytes
}
