import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  collectionBelow,
  collectionOfUser,
  isOnServer,
  peopleServer,
} from '../../../../backbone/caldav/people-servers.ts'

const BASE = 'https://lich.example/dav/'

it('whatever is typed, what comes of it lies below the server that was named', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .array(
        fc.constantFrom('..', '.', '%2e%2e', '//', '/', '\\', 'a', '@', ':80', '?x', '#y', 'https:', 'dav'),
      )
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(typed, (path) => {
      const found = collectionBelow(BASE, path)
      if (found === undefined) return
      const { origin, pathname, username, search, hash } = new URL(found)
      expect(found.startsWith(BASE)).toBe(true)
      expect({ origin, username, search, hash }).toEqual({
        origin: 'https://lich.example',
        username: '',
        search: '',
        hash: '',
      })
      expect(new URL(pathname, BASE).href).toBe(found)
      expect(isOnServer(BASE, found)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

it('a path or a whole address on that server names a collection', () => {
  expect(collectionBelow(BASE, 'an/lich-rieng')).toBe('https://lich.example/dav/an/lich-rieng/')
  expect(collectionBelow(BASE, '/dav/an/')).toBe('https://lich.example/dav/an/')
  expect(collectionBelow(BASE, 'https://lich.example/dav/an/x/')).toBe('https://lich.example/dav/an/x/')
  for (const path of [
    '',
    '/',
    '/dav/',
    '/an/',
    '../an/',
    'x%2f..%2f..%2Fan/',
    '%2e%2e%2fan/',
    'x%5C..%5can/',
    'https://lich.example.evil/dav/an/',
    'http://lich.example/dav/an/',
  ])
    expect(collectionBelow(BASE, path)).toBeUndefined()
})

it('nobody leaves the server that was named by the name of a user', () => {
  expect(collectionOfUser(BASE, 'an@co-quan')).toBe('https://lich.example/dav/an%40co-quan/')
  for (const user of ['..', '.', '/an', '../an', 'x/../../an', 'x\\an'])
    expect(collectionOfUser(BASE, user)).toBeUndefined()
})

it('an operator names servers over TLS, or on the machine itself', () => {
  expect(peopleServer.parse('https://lich.example/dav?x#y')).toBe(BASE)
  expect(peopleServer.parse('http://127.0.0.1:5232')).toBe('http://127.0.0.1:5232/')
  for (const url of [
    'http://lich.example/',
    'https://a:b@lich.example/',
    'ftp://lich.example/',
    'lich.example',
  ])
    expect(peopleServer.safeParse(url).success).toBe(false)
  expect(isOnServer(undefined, BASE)).toBe(false)
  expect(isOnServer('https://khac.example/', BASE)).toBe(false)
})
