import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../shared/kernel/uuid.ts'
import { accessText, type AccessBody, type SignedAccess } from '../../shared/log/access.ts'
import type { TestDevice } from './backbone.ts'

/** A page of a file drawn now for somebody of agency `a`; parts may be set. */
export function anAccess(person: string, parts: Partial<AccessBody> = {}): AccessBody {
  const now = Date.now()
  return {
    version: 1,
    id: uuidV7(now, randomBytes(10)),
    workspace: 'a',
    person,
    access: 'opened',
    subject: { file: 'a'.repeat(64) },
    at: new Date(now).toISOString(),
    seenServerTime: null,
    computer: 'VT-01',
    ...parts,
  }
}

export const signedAccess = (device: TestDevice, body: AccessBody): SignedAccess =>
  device.sign(accessText(body))
