import { randomUUID } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { verifyPdf } from '#shared/pdf/verify/verify-pdf.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'
import type { Fail } from './words.ts'

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Throws unless the place is free or holds an unsigned PDF: what somebody signed is never written over. */
export async function refuseToOverwrite(path: string, fail: Fail): Promise<void> {
  let existing: Uint8Array
  try {
    existing = new Uint8Array(await readFile(path))
  } catch (error) {
    if (isMissing(error)) return
    throw fail('outFolder', { file: path, detail: messageOf(error) })
  }
  const { verdict, signatures } = await verifyPdf(existing, {
    trust: [],
    crypto: webSignatureCrypto(globalThis.crypto.subtle),
    now: new Date(),
  })
  if (signatures.length > 0) throw fail('outSigned', { file: path })
  if (verdict !== 'unsigned') throw fail('outForeign', { file: path })
}

/** The file is there whole or not at all. */
export async function writeWhole(path: string, bytes: Uint8Array, fail: Fail): Promise<void> {
  const beside = `${path}.${randomUUID()}.part`
  try {
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await refuseToOverwrite(path, fail)
    await rename(beside, path)
  } catch (error) {
    throw isSystemError(error) ? fail('outFolder', { file: path, detail: messageOf(error) }) : error
  } finally {
    await rm(beside, { force: true })
  }
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
