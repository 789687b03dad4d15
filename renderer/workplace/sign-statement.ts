import { AppError } from '#shared/errors/app-error.ts'
import type { SignedStatement, Statement } from '#shared/domain/meetings/statement.ts'
import type { NativeApi } from '../native/native-api.ts'

/** Asks for the PIN and signs what the person says, with their certificate. Rejects with AppError when nothing was signed. */
export async function signStatement(native: NativeApi, statement: Statement): Promise<SignedStatement> {
  const certificates = await native.invoke('signing.certificates', undefined)
  const certificate = certificates.find(({ use }) => use === 'person')
  if (certificate === undefined) throw new AppError('key-missing')
  return native.invoke('signing.signStatement', { certificate: certificate.id, statement })
}
