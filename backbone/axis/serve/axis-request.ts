import type { FastifyRequest } from 'fastify'
import { asciiOf, VXP_TEXTS, VxpErrorCode } from '#shared/exchange/vxp/error-codes.ts'
import type { ReceivedHeader } from '#shared/exchange/vxp/headers.ts'
import { claimedSystemId, type SignedArguments, verifyRequest } from '#shared/exchange/vxp/signature.ts'
import type { AxisStore } from './axis-store.port.ts'

/** Ends an operation with an error code of the protocol; `text` is what the calling clerk reads, unaccented. */
export class AxisFailure extends Error {
  readonly code: Exclude<VxpErrorCode, '0'>
  readonly text: string

  constructor(code: Exclude<VxpErrorCode, '0'>, text: string = VXP_TEXTS[code]) {
    super(text)
    this.name = 'AxisFailure'
    this.code = code
    this.text = asciiOf(text)
  }
}

/** Who calls, and with which arguments: only signed ones. */
export interface Caller {
  readonly systemId: string
  readonly args: SignedArguments
}

/** Headers the official client mangles cannot be verified; the calling side must learn why. */
const NOT_ASCII_HINT = 'Gia tri tham so chi duoc dung ky tu ASCII'

/** Checks the signature of a request. Throws AxisFailure 15. */
export async function authenticate(request: FastifyRequest, store: AxisStore): Promise<Caller> {
  const headers = receivedHeaders(request.raw.rawHeaders)
  const systemId = claimedSystemId(headers)
  const secret = systemId === undefined ? undefined : await store.secretOf(systemId)
  if (systemId === undefined || secret === undefined) {
    throw new AxisFailure(VxpErrorCode.wrongSystemOrSecret)
  }
  const verified = verifyRequest(headers, secret)
  if (verified.ok) return { systemId, args: verified.value }
  throw verified.error === 'not-ascii'
    ? new AxisFailure(VxpErrorCode.wrongSystemOrSecret, NOT_ASCII_HINT)
    : new AxisFailure(VxpErrorCode.wrongSystemOrSecret)
}

function receivedHeaders(raw: readonly string[]): ReceivedHeader[] {
  const headers: ReceivedHeader[] = []
  for (let i = 0; i + 1 < raw.length; i += 2) headers.push({ name: raw[i] ?? '', value: raw[i + 1] ?? '' })
  return headers
}
