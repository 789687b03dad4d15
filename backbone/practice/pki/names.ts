import { derOid, derSequence, derSetOf, derUtf8, derValue } from '#shared/kernel/der-writer.ts'

/** Stands in every practice name, so that no one takes a practice certificate for a real one. */
export const PRACTICE_MARK = 'LUYỆN TẬP – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ'

export interface PracticeName {
  readonly commonName: string
  readonly organisation: string
  readonly title?: string
  readonly locality?: string
}

const ATTRIBUTE = {
  commonName: '2.5.4.3',
  country: '2.5.4.6',
  locality: '2.5.4.7',
  organisation: '2.5.4.10',
  unit: '2.5.4.11',
  title: '2.5.4.12',
} as const

const PRINTABLE_STRING = 0x13

/** The DER of a practice name: Vietnamese text as UTF8String in NFC, always with the practice mark. */
export function distinguishedName(name: PracticeName): Uint8Array {
  const country = derValue(PRINTABLE_STRING, new TextEncoder().encode('VN'))
  return derSequence(
    part(ATTRIBUTE.country, country),
    ...optionalText(ATTRIBUTE.locality, name.locality),
    ...optionalText(ATTRIBUTE.organisation, name.organisation),
    ...optionalText(ATTRIBUTE.unit, PRACTICE_MARK),
    ...optionalText(ATTRIBUTE.title, name.title),
    ...optionalText(ATTRIBUTE.commonName, name.commonName),
  )
}

function optionalText(type: string, value: string | undefined): Uint8Array[] {
  return value === undefined ? [] : [part(type, derUtf8(value.normalize('NFC')))]
}

function part(type: string, value: Uint8Array): Uint8Array {
  return derSetOf(derSequence(derOid(type), value))
}
