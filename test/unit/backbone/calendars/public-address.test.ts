import { isIP } from 'node:net'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { calendarAddress, namedBy } from '../../../../backbone/calendars/subscriptions/calendar-address.ts'
import { fetchCalendar } from '../../../../backbone/calendars/subscriptions/fetch-calendar.ts'
import { isPublicAddress } from '../../../../backbone/calendars/subscriptions/public-address.ts'

type Four = readonly [number, number, number, number]
const octet = fc.integer({ min: 0, max: 255 })
const inside = (...fixed: readonly number[]): fc.Arbitrary<Four> =>
  fc.tuple(octet, octet, octet, octet).map((all) => all.map((own, at) => fixed[at] ?? own) as unknown as Four)
const range = (min: number, max: number, first: number): fc.Arbitrary<Four> =>
  fc.tuple(fc.integer({ min, max }), octet, octet).map(([second, c, d]) => [first, second, c, d])

/** Of networks that are not the public one. */
const notPublic4: fc.Arbitrary<Four> = fc.oneof(
  inside(127),
  inside(10),
  range(16, 31, 172),
  inside(192, 168),
  inside(169, 254),
  range(64, 127, 100),
  inside(0),
  range(18, 19, 198),
  inside(192, 0, 2),
  inside(198, 51, 100),
  inside(203, 0, 113),
  fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
)
const number = ([a, b, c, d]: Four): number => ((a * 256 + b) * 256 + c) * 256 + d
const hex = (of: number): string => of.toString(16)
const written: readonly ((of: Four) => string)[] = [
  (of) => of.join('.'),
  (of) => String(number(of)),
  (of) => `0x${hex(number(of))}`,
  (of) => `0${number(of).toString(8)}`,
  (of) => of.map((one) => `0x${hex(one)}`).join('.'),
  (of) => of.map((one) => `0${one.toString(8)}`).join('.'),
  ([a, b, c, d]) => `${String(a)}.${String(b)}.${String(c * 256 + d)}`,
  ([a, b, c, d]) => `${String(a)}.${String((b * 256 + c) * 256 + d)}`,
  (of) => `${of.join('.')}.`,
  (of) => of.join('%2e'),
  (of) => of.join('。'),
  (of) => `[::ffff:${of.join('.')}]`,
  (of) => `[::ffff:${hex(of[0] * 256 + of[1])}:${hex(of[2] * 256 + of[3])}]`,
  (of) => `[::${of.join('.')}]`,
  (of) => `[64:ff9b::${of.join('.')}]`,
  (of) => `[2002:${hex(of[0] * 256 + of[1])}:${hex(of[2] * 256 + of[3])}::1]`,
]
const group = fc.integer({ min: 0, max: 0xffff })
/** What is no global unicast address: loopback, local, link-local, multicast, documentation and tunnels. */
const notPublic6 = fc
  .tuple(
    fc.constantFrom(
      '::',
      '::1',
      'fe80',
      'febf',
      'fc00',
      'fd12',
      'ff02',
      '2001:db8',
      '2001',
      '64:ff9b',
      'fec0',
    ),
    fc.array(group, { minLength: 2, maxLength: 4 }),
  )
  .map(([head, rest]) =>
    head.startsWith('::') ? head : `${head}:${head === '2001' ? '0:' : ''}${rest.map(hex).join(':')}::`,
  )
  .filter((one) => isIP(one) === 6)

/** Writes down every address that would have been connected to. */
function aWatchedNetwork(resolved: readonly string[] = []) {
  const went: string[] = []
  return {
    went,
    resolve: () => Promise.resolve(resolved.map((address) => ({ address, family: isIP(address) }))),
    connect: (): never => {
      went.push('connected')
      throw new Error('connected')
    },
  }
}
const nobody = { etag: null, lastModified: null }
const unnamed = { isNamed: () => false }

it('connects to no address that is not public, however it is written', async () => {
  await fc.assert(
    fc.asyncProperty(notPublic4, fc.constantFrom(...written), async (address, write) => {
      const network = aWatchedNetwork()
      const fetched = await fetchCalendar(`https://${write(address)}/lich.ics`, nobody, {
        network,
        ...unnamed,
      })
      expect(fetched.kind).toBe('failed')
      expect(network.went).toEqual([])
    }),
    { numRuns: 400 },
  )
  await fc.assert(
    fc.asyncProperty(notPublic6, async (address) => {
      const network = aWatchedNetwork()
      const fetched = await fetchCalendar(`https://[${address}]/lich.ics`, nobody, { network, ...unnamed })
      expect(fetched).toEqual({ kind: 'failed', problem: 'address-refused' })
      expect(network.went).toEqual([])
    }),
  )
})

it('connects to no name behind which one address is not public', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        notPublic4.map((of) => of.join('.')),
        notPublic4.map((of) => `::ffff:${of.join('.')}`),
        notPublic6,
      ),
      fc.boolean(),
      async (address, isAlone) => {
        const network = aWatchedNetwork(isAlone ? [address] : ['93.184.215.14', address])
        const fetched = await fetchCalendar('https://lich.example/a.ics', nobody, { network, ...unnamed })
        expect(fetched).toEqual({ kind: 'failed', problem: 'address-refused' })
        expect(network.went).toEqual([])
      },
    ),
  )
})

it('knows the public network', () => {
  for (const address of [
    '93.184.215.14',
    '1.1.1.1',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2400:cb00::1',
  ])
    expect(isPublicAddress(address)).toBe(true)
  for (const address of ['', 'localhost', '1.2.3', 'fe80::1%eth0', '::ffff:1.1.1.1', '255.255.255.255'])
    expect(isPublicAddress(address)).toBe(false)
})

it('takes no address with a name and password, and none of another protocol', () => {
  for (const text of [
    'https://a:b@x.example/',
    'https://a@x.example/',
    'file:///etc/passwd',
    'ftp://x.example/',
    'x',
    '',
  ])
    expect(calendarAddress(text)).toBeUndefined()
  expect(calendarAddress(' webcal://x.example/a.ics#b ')?.href).toBe('https://x.example/a.ics')
})

it('names one origin and no other', () => {
  const isNamed = namedBy(['http://10.0.0.5:8080'], false)
  expect(isNamed(new URL('http://10.0.0.5:8080/x'))).toBe(true)
  for (const other of [
    'http://10.0.0.5/',
    'https://10.0.0.5:8080/',
    'http://10.0.0.6:8080/',
    'http://127.0.0.1/',
  ])
    expect(isNamed(new URL(other))).toBe(false)
  expect(namedBy([], true)(new URL('http://127.0.0.1:9/'))).toBe(true)
})
