import { BmpString, OctetString } from 'asn1js'
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  CryptoEngine,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs'

export interface Pkcs12Content {
  readonly pkcs8: Uint8Array
  readonly certificateDer: Uint8Array
  /** Issuing authority first, root last. */
  readonly chainDer: readonly Uint8Array[]
  readonly friendlyName: string
}

const engine = new CryptoEngine({ name: 'practice', crypto: globalThis.crypto })

const BAG = { key: '1.2.840.113549.1.12.10.1.2', certificate: '1.2.840.113549.1.12.10.1.3' } as const
const FRIENDLY_NAME = '1.2.840.113549.1.9.20'
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21'
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1'
const ITERATIONS = 10_000

/** A PKCS#12 file as OpenSSL 3 writes it: PBES2 with AES-256-CBC, HMAC-SHA-256 over everything. */
export async function encodePkcs12(content: Pkcs12Content, pin: string): Promise<Uint8Array> {
  const password = Uint8Array.from(new TextEncoder().encode(pin)).buffer
  const protection = {
    password,
    contentEncryptionAlgorithm: {
      name: 'AES-CBC',
      length: 256,
      iv: globalThis.crypto.getRandomValues(new Uint8Array(16)),
    },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: ITERATIONS,
  }
  const keyBag = new PKCS8ShroudedKeyBag({
    parsedValue: PrivateKeyInfo.fromBER(Uint8Array.from(content.pkcs8)),
  })
  await keyBag.makeInternalValues(protection, engine)
  const key = new SafeBag({ bagId: BAG.key, bagValue: keyBag, bagAttributes: ownAttributes(content) })
  const certificates = [
    certificateBag(content.certificateDer, ownAttributes(content)),
    ...content.chainDer.map((der) => certificateBag(der, [])),
  ]
  const authenticatedSafe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        { privacyMode: 0, value: new SafeContents({ safeBags: [key] }) },
        { privacyMode: 1, value: new SafeContents({ safeBags: certificates }) },
      ],
    },
  })
  await authenticatedSafe.makeInternalValues({ safeContents: [{}, { ...protection }] }, engine)
  const file = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } })
  await file.makeInternalValues(
    { password, iterations: ITERATIONS, pbkdf2HashAlgorithm: 'SHA-256', hmacHashAlgorithm: 'SHA-256' },
    engine,
  )
  return new Uint8Array(file.toSchema().toBER())
}

function certificateBag(der: Uint8Array, bagAttributes: Attribute[]): SafeBag {
  const bagValue = new CertBag({
    certId: X509_CERTIFICATE,
    parsedValue: Certificate.fromBER(Uint8Array.from(der)),
  })
  return bagAttributes.length === 0
    ? new SafeBag({ bagId: BAG.certificate, bagValue })
    : new SafeBag({ bagId: BAG.certificate, bagValue, bagAttributes })
}

function ownAttributes(content: Pkcs12Content): Attribute[] {
  return [
    new Attribute({ type: FRIENDLY_NAME, values: [new BmpString({ value: content.friendlyName })] }),
    new Attribute({ type: LOCAL_KEY_ID, values: [new OctetString({ valueHex: Uint8Array.of(1) })] }),
  ]
}
