import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DerError } from '#shared/kernel/der-reader.ts'
import { parseCertificate } from '#shared/pdf/verify/certificate.ts'
import { CommandError } from './command.ts'

/** What an administrator puts beside each other: whom to trust, and the latest lists of what was withdrawn. */
export interface TrustFolder {
  /** DER. */
  readonly certificates: readonly Uint8Array[]
  /** DER. */
  readonly crls: readonly Uint8Array[]
}

const CERTIFICATE_FILE = /\.(?:cer|crt|der|pem)$/iu
const CRL_FILE = /\.crl$/iu
const PEM_BLOCK = /-----BEGIN (CERTIFICATE|X509 CRL)-----([A-Za-z0-9+/=\s]+)-----END/gu
const MAX_FILES = 1000

/**
 * All certificates (.cer, .crt, .der, .pem) and revocation lists (.crl) of a folder, DER or PEM; other PEM blocks, such as keys, are
 * passed over. Throws CommandError if the folder or one of its certificates cannot be read.
 */
export async function readTrustFolder(folder: string): Promise<TrustFolder> {
  const names = (await readdirOrFail(folder)).toSorted().slice(0, MAX_FILES)
  const read = async (kind: RegExp, label: string) => {
    const files = names.filter((name) => kind.test(name))
    return (await Promise.all(files.map((name) => readBlocks(join(folder, name), label)))).flat()
  }
  const certificates = await read(CERTIFICATE_FILE, 'CERTIFICATE')
  for (const { path, der } of certificates) refuseIfNoCertificate(path, der)
  const crls = await read(CRL_FILE, 'X509 CRL')
  return { certificates: certificates.map(({ der }) => der), crls: crls.map(({ der }) => der) }
}

async function readdirOrFail(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    throw new CommandError('cli.trust-unreadable', error instanceof Error ? error.message : folder)
  }
}

async function readBlocks(path: string, label: string): Promise<{ path: string; der: Uint8Array }[]> {
  const bytes = await readFile(path)
  const text = bytes.toString('latin1')
  if (!text.includes('-----BEGIN ')) return [{ path, der: Uint8Array.from(bytes) }]
  return Array.from(text.matchAll(PEM_BLOCK)).flatMap(([, found, base64 = '']) =>
    found === label ? [{ path, der: Uint8Array.from(Buffer.from(base64, 'base64')) }] : [],
  )
}

function refuseIfNoCertificate(path: string, der: Uint8Array): void {
  try {
    parseCertificate(der)
  } catch (error) {
    if (error instanceof DerError) throw new CommandError('cli.trust-unreadable', `${path}: ${error.message}`)
    throw error
  }
}
