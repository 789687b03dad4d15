import { expect, it } from 'vitest'
import { readListing } from '../../../../backbone/caldav/read-listing.ts'

const xml = (inside: string): Uint8Array =>
  new TextEncoder().encode(`<d:multistatus xmlns:d="DAV:">${inside}</d:multistatus>`)
const nested = (depth: number): string => '<d:x>'.repeat(depth) + '</d:x>'.repeat(depth)
const entry = (name: string): string =>
  `<d:response><d:href>/dav/an/${name}</d:href><d:propstat><d:prop><d:getetag>"1"</d:getetag></d:prop></d:propstat></d:response>`

it('reads as many entries as there are, however many', () => {
  const names = Array.from({ length: 500 }, (_, at) => `e${String(at)}.ics`)
  expect(readListing(xml(names.map(entry).join(''))).map(({ name }) => name)).toEqual(names)
})

it('gives up on an answer that nests without end, and on names for what is not there', () => {
  expect(() => readListing(xml(nested(100_000)))).toThrow('too deep')
  const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
  expect(() => readListing(new TextEncoder().encode(bomb))).toThrow()
})
