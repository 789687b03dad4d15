import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import {
  DER_NULL,
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derTagged,
} from '../../shared/kernel/der-writer.ts'

const ITERATIONS = 2048
const BLOCK = 64
const PURPOSE = { key: 1, iv: 2, mac: 3 } as const

function fill(pattern: Buffer): Buffer {
  const whole = Buffer.alloc(BLOCK * Math.ceil(pattern.length / BLOCK))
  for (let i = 0; i < whole.length; i++) whole[i] = pattern[i % pattern.length] ?? 0
  return whole
}

/** The key derivation of PKCS #12 with SHA-1 (RFC 7292, appendix B.2). */
function derive(purpose: number, pin: string, salt: Buffer, size: number): Buffer {
  const password = Buffer.from(`${pin}\0`, 'utf16le').swap16()
  let state = Buffer.concat([fill(salt), fill(password)])
  const out: Buffer[] = []
  for (let made = 0; made < size; made += 20) {
    let hash = createHash('sha1').update(Buffer.alloc(BLOCK, purpose)).update(state).digest()
    for (let i = 1; i < ITERATIONS; i++) hash = createHash('sha1').update(hash).digest()
    out.push(hash)
    const step = BigInt(`0x${fill(hash).toString('hex')}`) + 1n
    const blocks = Array.from({ length: state.length / BLOCK }, (_, index) =>
      state.subarray(index * BLOCK, (index + 1) * BLOCK),
    )
    const next = blocks.map((block) => (BigInt(`0x${block.toString('hex')}`) + step) % 2n ** 512n)
    state = Buffer.from(next.map((value) => value.toString(16).padStart(2 * BLOCK, '0')).join(''), 'hex')
  }
  return Buffer.concat(out).subarray(0, size)
}

const data = (content: Uint8Array) =>
  derSequence(derOid('1.2.840.113549.1.7.1'), derTagged(0, derOctets(content)))

/** A key file as programs wrote it before 2020: key under pbeWithSHAAnd3-KeyTripleDES-CBC, MAC with SHA-1. */
export function legacyPkcs12(
  content: { readonly pkcs8: Uint8Array; readonly certificates: readonly Uint8Array[] },
  pin: string,
): Uint8Array {
  const salt = randomBytes(8)
  const cipher = createCipheriv(
    'des-ede3-cbc',
    derive(PURPOSE.key, pin, salt, 24),
    derive(PURPOSE.iv, pin, salt, 8),
  )
  const encrypted = Buffer.concat([cipher.update(content.pkcs8), cipher.final()])
  const algorithm = derSequence(
    derOid('1.2.840.113549.1.12.1.3'),
    derSequence(derOctets(salt), derInteger(ITERATIONS)),
  )
  const keyBag = derSequence(
    derOid('1.2.840.113549.1.12.10.1.2'),
    derTagged(0, derSequence(algorithm, derOctets(encrypted))),
  )
  const certificateBags = content.certificates.map((certificate) =>
    derSequence(
      derOid('1.2.840.113549.1.12.10.1.3'),
      derTagged(0, derSequence(derOid('1.2.840.113549.1.9.22.1'), derTagged(0, derOctets(certificate)))),
    ),
  )
  const safe = derSequence(data(derSequence(...certificateBags)), data(derSequence(keyBag)))
  const mac = createHmac('sha1', derive(PURPOSE.mac, pin, salt, 20))
    .update(safe)
    .digest()
  const digestInfo = derSequence(derSequence(derOid('1.3.14.3.2.26'), DER_NULL), derOctets(mac))
  return derSequence(
    derInteger(3),
    data(safe),
    derSequence(digestInfo, derOctets(salt), derInteger(ITERATIONS)),
  )
}
