import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { equalBytes, fromHex, toHex } from '../../kernel/bytes.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { MalformedUtf8, Utf8Decoder } from '../../kernel/utf8-decoder.ts'
import {
  HEADER_PREFIX,
  headerBytes,
  headerValues,
  PROTOCOL_VERSION,
  type ReceivedHeader,
  VxpHeader,
} from './headers.ts'

/** The arguments that a signature covers, by their exact name without prefix. */
export type SignedArguments = ReadonlyMap<string, string>

/** What a client signs. Values must be ASCII: the official client cannot send others verifiably. */
export interface RequestToSign {
  readonly systemId: string
  /** `vxpTimestamp` of the call. */
  readonly timestamp: string
  readonly contentType: string
  /** Arguments of the operation, by name without prefix. */
  readonly args: Readonly<Record<string, string>>
}

/** Lower-case hex of HMAC-SHA256 over the signed text, keyed with the secret as typed. */
export function signatureOf(secret: string, signedText: Uint8Array): string {
  return toHex(hmac(sha256, utf8ToBytes(secret), signedText))
}

/** All headers of a signed request. Throws RangeError for values that are not printable ASCII. */
export function signRequest(request: RequestToSign, secret: string): Record<string, string> {
  const args: Record<string, string> = {
    systemid: request.systemId,
    ...request.args,
    timestamp: request.timestamp,
    'Content-Type': request.contentType,
  }
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(args)) {
    if (/[^\x20-\x7e]/.test(value)) throw new RangeError(`not ASCII: ${name}`)
    headers[HEADER_PREFIX + name] = value
  }
  const signedText = JSON.stringify(headers)
  return {
    'Content-Type': request.contentType,
    ...headers,
    [VxpHeader.signedNames]: Object.keys(args).join(';'),
    [VxpHeader.signedText]: signedText,
    [VxpHeader.signature]: signatureOf(secret, utf8ToBytes(signedText)),
    [VxpHeader.version]: PROTOCOL_VERSION,
  }
}

/**
 * Why a request is not taken as signed:
 * - `missing`: no signature or no signed text.
 * - `wrong`: the signature is of another text or secret.
 * - `not-ascii`: the same, and the headers hold bytes that the official client mangles.
 * - `malformed`: the signed text is no JSON object of texts.
 * - `not-covered`: a name is listed that the signed text has not, or its header says something else.
 * - `other-system`: the signed system is not the one in the header.
 */
export type SignatureProblem =
  'missing' | 'wrong' | 'not-ascii' | 'malformed' | 'not-covered' | 'other-system'

const signedTextSchema = z.record(z.string(), z.string())

/** The system a request claims to come from, trimmed; undefined when it does not say. */
export function claimedSystemId(headers: readonly ReceivedHeader[]): string | undefined {
  const systemId = headerValues(headers, VxpHeader.systemId)[0]?.trim()
  return systemId === '' ? undefined : systemId
}

/** Checks the signature over the bytes exactly as received and answers the arguments it covers; others do not count. */
export function verifyRequest(
  headers: readonly ReceivedHeader[],
  secret: string,
): Result<SignedArguments, SignatureProblem> {
  const text = headerValues(headers, VxpHeader.signedText)[0]
  const claimed = headerValues(headers, VxpHeader.signature)[0]?.trim()
  if (text === undefined || claimed === undefined) return fail('missing')
  const bytes = headerBytes(text)
  if (!isSignature(claimed, signatureOf(secret, bytes))) {
    return fail(bytes.some((byte) => byte >= 0x80) ? 'not-ascii' : 'wrong')
  }
  const signed = parseSignedText(bytes)
  if (signed === undefined) return fail('malformed')

  const names = headerValues(headers, VxpHeader.signedNames)[0]?.split(';') ?? [...signed.keys()]
  const isCovered = names
    .filter((name) => name !== '')
    .every((name) => {
      const value = signed.get(name)
      return (
        value !== undefined && headerValues(headers, HEADER_PREFIX + name).some((line) => isSame(line, value))
      )
    })
  if (!isCovered) return fail('not-covered')
  return signed.get('systemid')?.trim() === claimedSystemId(headers) ? ok(signed) : fail('other-system')
}

function isSignature(claimed: string, expected: string): boolean {
  return /^[0-9a-fA-F]{64}$/.test(claimed) && equalBytes(fromHex(claimed), fromHex(expected))
}

function parseSignedText(bytes: Uint8Array): Map<string, string> | undefined {
  let json: unknown
  try {
    json = JSON.parse(decodeUtf8(bytes) ?? '')
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
  const parsed = signedTextSchema.safeParse(json)
  if (!parsed.success) return undefined
  return new Map(
    Object.entries(parsed.data).flatMap(([name, value]) =>
      name.startsWith(HEADER_PREFIX) ? [[name.slice(HEADER_PREFIX.length), value]] : [],
    ),
  )
}

/** Blanks around a header value do not survive HTTP. */
function isSame(line: string, value: string): boolean {
  return (decodeUtf8(headerBytes(line)) ?? line).trim() === value.trim()
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  const decoder = new Utf8Decoder()
  try {
    const text = decoder.decode(bytes)
    return decoder.isInsideCharacter ? undefined : text
  } catch (error) {
    if (error instanceof MalformedUtf8) return undefined
    throw error
  }
}
