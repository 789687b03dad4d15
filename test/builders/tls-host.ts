import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import { webcrypto } from 'node:crypto'
import { isIP, type AddressInfo } from 'node:net'
import { connect } from 'node:tls'
import { BmpString, Integer, OctetString } from 'asn1js'
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  GeneralName,
  GeneralNames,
} from 'pkijs'
import type { Network } from '../../backbone/calendars/subscriptions/open-calendar.ts'

const DAY_MS = 86_400_000
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const

interface Issued {
  readonly certificate: Certificate
  readonly keys: webcrypto.CryptoKeyPair
}

async function issue(name: string, hosts: readonly string[], by: Issued | undefined): Promise<Issued> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ value: Math.floor(Math.random() * 2 ** 30) + 1 })
  const value = new BmpString({ value: name })
  certificate.subject.typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value }))
  certificate.issuer = by?.certificate.subject ?? certificate.subject
  certificate.notBefore.value = new Date(Date.now() - DAY_MS)
  certificate.notAfter.value = new Date(Date.now() + DAY_MS)
  const constraints = new BasicConstraints({ cA: by === undefined })
  const names = hosts.map((host) =>
    isIP(host) === 0
      ? new GeneralName({ type: 2, value: host })
      : new GeneralName({
          type: 7,
          value: new OctetString({ valueHex: Uint8Array.from(host.split('.').map(Number)).buffer }),
        }),
  )
  certificate.extensions = [
    new Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: constraints.toSchema().toBER(),
      parsedValue: constraints,
    }),
    ...(names.length === 0
      ? []
      : [
          new Extension({
            extnID: '2.5.29.17',
            extnValue: new GeneralNames({ names }).toSchema().toBER(),
          }),
        ]),
  ]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as CryptoKey)
  await certificate.sign((by?.keys ?? keys).privateKey as CryptoKey, 'SHA-256')
  return { certificate, keys }
}

const pem = (kind: string, der: ArrayBuffer): string =>
  `-----BEGIN ${kind}-----\n${Buffer.from(der).toString('base64')}\n-----END ${kind}-----\n`

/** An https host on this machine for names that no name server knows, with an authority made just now. */
export interface TlsHost {
  /** Every answer goes through this one. */
  answer: RequestListener
  /** Where each connection would have gone, as `address:port`. */
  readonly went: string[]
  /** Names and what they resolve to, the last one for good; each question takes one. */
  readonly names: Map<string, string[][]>
  /** Leads every connection to this host, whatever address was checked. */
  readonly network: Network
  close(): Promise<void>
}

export async function aTlsHost(hosts: readonly string[]): Promise<TlsHost> {
  const authority = await issue('Practice test authority', [], undefined)
  const own = await issue('host', hosts, authority)
  const ca = pem('CERTIFICATE', authority.certificate.toSchema().toBER())
  const key = pem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', own.keys.privateKey))
  const cert = pem('CERTIFICATE', own.certificate.toSchema().toBER())
  const server = createServer({ key, cert }, (request, response) => host.answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const names = new Map(hosts.map((name) => [name, [['93.184.215.14']]]))
  const went: string[] = []
  const host: TlsHost = {
    answer: (_, response) => response.writeHead(404).end(),
    went,
    names,
    network: {
      resolve: (name) => {
        const answers = names.get(name)
        const next = answers !== undefined && answers.length > 1 ? answers.shift() : answers?.[0]
        if (next === undefined)
          return Promise.reject(Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }))
        return Promise.resolve(next.map((address) => ({ address, family: isIP(address) })))
      },
      connect: (to) => {
        to.lookup(to.host, { all: false }, (_error, address) => {
          went.push(
            `${isIP(to.host) === 0 ? (typeof address === 'string' ? address : '') : to.host}:${String(to.port)}`,
          )
        })
        const { servername = '' } = to
        return connect({ host: '127.0.0.1', port, ca, servername })
      },
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return host
}
