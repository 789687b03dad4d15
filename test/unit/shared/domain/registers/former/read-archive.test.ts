import { expect, it } from 'vitest'
import {
  directionOfArchive,
  readArchive,
  type ArchivedDocument,
} from '../../../../../../shared/domain/registers/former/read-archive.ts'
import { aPdf } from '../../../../../builders/a-document.ts'

const document: ArchivedDocument = {
  organId: 'H77.02',
  organName: 'Sở Tài chính',
  number: '125',
  notation: 'STC-NS',
  issuedOn: '2019-03-12',
  typeName: 'Công văn',
  subject: 'Về việc quyết toán',
  signer: 'Lý Thử',
  receivers: ['Như trên', 'Lưu: VT'],
}
const message = (more: Partial<ArchivedDocument> = {}, name = 'van-ban.pdf') => ({
  document: { ...document, ...more },
  files: [{ name, file: aPdf('a') }],
})
const incoming = { direction: 'incoming', year: 2019, lastNumber: null } as const

it('makes a line of each message with its files; arrivals have no number here', () => {
  const [line] = readArchive([message()], incoming)
  expect(line).toMatchObject({
    what: 'entry',
    line: 1,
    entry: {
      facts: {
        number: null,
        date: null,
        code: '125/STC-NS',
        issuedOn: '2019-03-12',
        issuer: 'Sở Tài chính',
        subject: 'Công văn Về việc quyết toán',
        receivers: 'Như trên; Lưu: VT',
      },
      files: [{ name: 'van-ban.pdf' }],
    },
  })
})

it('takes the number of an outgoing document, and refuses with the reason what is none of this register', () => {
  const outgoing = { ...incoming, direction: 'outgoing' } as const
  expect(readArchive([message()], outgoing)[0]).toMatchObject({
    entry: { facts: { number: 125, date: '2019-03-12' } },
  })
  const reasons = readArchive(
    [
      message({ number: '' }),
      message({ number: 'A' }),
      message({ issuedOn: null }),
      message({ issuedOn: '2020-01-01' }),
      message({ subject: 'Phương án (Mật)' }),
      message({}, 'TỐI MẬT'),
      message({ subject: 'x'.repeat(3990) }),
      { document: null, files: [] },
    ],
    outgoing,
  )
  expect(reasons.map((one) => (one.what === 'refused' ? one.reason : one.what))).toEqual([
    'number-missing',
    'number-unreadable',
    'date-missing',
    'year-differs',
    'secret',
    'secret',
    'too-long',
    'unreadable',
  ])
  expect(readArchive([message()], { ...outgoing, lastNumber: 124 })[0]).toMatchObject({
    reason: 'number-in-use',
  })
})

it('is of outgoing documents when most messages come from this agency', () => {
  expect(directionOfArchive([message(), message({ organId: 'T90' })], ['T90'])).toBe('incoming')
  expect(directionOfArchive([message({ organId: 'T90' })], ['T90'])).toBe('outgoing')
})
