/**
 * Header names of the axis protocol (VXP SDK 2.0). All arguments of an operation travel in headers `XroadVnpt-<argument>`;
 * names are case-insensitive on the wire, the names inside the signed JSON are not.
 */
export const HEADER_PREFIX = 'XroadVnpt-'

/** Headers that carry the signature; everything else with the prefix is an argument. */
export const VxpHeader = {
  systemId: 'XroadVnpt-systemid',
  /** Names of the signed arguments, joined by `;`. */
  signedNames: 'XroadVnpt-sign-header-key',
  /** The signed JSON text. */
  signedText: 'XroadVnpt-sign-header',
  /** The signature, 64 hex digits. */
  signature: 'XroadVnpt-hash-header',
  /** Not signed. */
  version: 'XroadVnpt-version',
} as const

/** Value of `XroadVnpt-version` in both SDK versions. */
export const PROTOCOL_VERSION = '3.0.201608'

/** Value of `User-Agent` of the SDK. */
export const USER_AGENT = 'JAVASDKAgent/1.0.0 XRoad/VPCP'

/** What a server must let through: 700 receivers alone make 25 kB of headers. For `maxHeaderSize` of the HTTP server. */
export const MAX_HEADER_BYTES = 256 * 1024

/** A header line as received: one character of `value` per byte, as Node gives it. */
export interface ReceivedHeader {
  readonly name: string
  readonly value: string
}

/** Values of all lines of that name, whatever their case. */
export function headerValues(headers: readonly ReceivedHeader[], name: string): string[] {
  const wanted = name.toLowerCase()
  return headers.flatMap((header) => (header.name.toLowerCase() === wanted ? [header.value] : []))
}

/** The bytes of a header value. */
export function headerBytes(value: string): Uint8Array {
  return Uint8Array.from(value, (character) => character.charCodeAt(0) & 0xff)
}
