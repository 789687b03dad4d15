import { request as requestPlain, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as requestTls } from 'node:https'
import { lookup, type LookupAddress } from 'node:dns'
import { connect as connectPlain, isIP, isIPv6, type LookupFunction, type Socket } from 'node:net'
import { connect as connectTls, type ConnectionOptions } from 'node:tls'

/** Where a connection goes: `lookup` answers the addresses that were checked, whatever it is asked. */
export interface Connection extends ConnectionOptions {
  readonly host: string
  readonly port: number
  readonly lookup: LookupFunction
}

/** The way to other machines. */
export interface Network {
  /** All addresses of a name. */
  readonly resolve: (host: string) => Promise<readonly LookupAddress[]>
  readonly connect: (to: Connection, isTls: boolean) => Socket
}

/** Roots of TLS beside the usual ones come by `NODE_EXTRA_CA_CERTS`. */
export const realNetwork: Network = {
  resolve: (host) =>
    new Promise((resolve, reject) => {
      lookup(host, { all: true }, (error, addresses) => {
        if (error === null) resolve(addresses)
        else reject(error)
      })
    }),
  connect: (to, isTls) => (isTls ? connectTls(to) : connectPlain(to)),
}

const MOST_HEADER_BYTES = 32 * 1024

/** The name of a URL's host, or its IP address without brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** The addresses behind a URL: its own where it is written with one. */
export const addressesOf = async (url: URL, { resolve }: Network): Promise<readonly LookupAddress[]> => {
  const host = hostOf(url)
  return isIP(host) === 0 ? resolve(host) : [{ address: host, family: isIPv6(host) ? 6 : 4 }]
}

/** Asks at exactly these addresses; resolved with the head of the answer. Asks nobody else for the name again. */
export function askAt(
  url: URL,
  addresses: readonly LookupAddress[],
  headers: Readonly<Record<string, string>>,
  { connect }: Network,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const isTls = url.protocol === 'https:'
  const host = hostOf(url)
  const to: Connection = {
    host,
    port: Number(url.port === '' ? (isTls ? 443 : 80) : url.port),
    lookup: pinnedTo(addresses),
    ...(isTls && isIP(host) === 0 ? { servername: host } : {}),
  }
  return new Promise((resolve, reject) => {
    const asked: ClientRequest = (isTls ? requestTls : requestPlain)(url, {
      headers: { host: url.host, ...headers },
      signal,
      maxHeaderSize: MOST_HEADER_BYTES,
      createConnection: () => connect(to, isTls),
    })
    asked.on('response', resolve).on('error', reject)
    // A host that wants another protocol is left without an error.
    asked.on('close', () => reject(new Error('no answer')))
    asked.end()
  })
}

const pinnedTo =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_host, { all }, answer) => {
    const [first] = addresses
    if (first === undefined) answer(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '')
    else if (all === true) answer(null, [...addresses])
    else answer(null, first.address, first.family)
  }
