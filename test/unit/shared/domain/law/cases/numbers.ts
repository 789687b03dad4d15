import { periodUpTo, type Book } from '../../../../../../shared/domain/registers/book.ts'
import { bookFor } from '../../../../../../shared/domain/registers/choose-book.ts'
import { aPdf } from '../../../../../builders/a-document.ts'
import { aFormerEntry } from '../../../../../builders/former-register.ts'
import type { LawOffice } from './office.ts'
import { lawCase, lawfully, people, type LawCase } from './office.ts'

const { clerk, otherClerk, drafter } = people
const assign = (office: LawOffice, more: object = {}, book = 'out') =>
  office.book(clerk, 'assignNumber', { subject: 'd1', ...more }, book)
const lend = (office: LawOffice, atMost = 5, by: typeof clerk = clerk) =>
  office.book(by, 'lendPen', { until: '2026-11-16T09:00:00.000Z', atMost })
const numbering = (office: LawOffice) => {
  office.signedDocument()
  return assign(office)
}
const close = (office: LawOffice, until: string, change: object = {}) => {
  const { series } = periodUpTo(office.world.look('book', 'out') as Book, until)
  return office.book(clerk, 'close', { until, series, print: aPdf('c'), ...change })
}
/** A number of one day, with the next day begun. */
const nextDay = (office: LawOffice) => {
  lawfully(numbering(office))
  office.world.at = '2026-11-17T01:00:00.000Z'
}
const closed = (office: LawOffice) => {
  nextDay(office)
  return close(office, '2026-11-16')
}

const importOf = (office: LawOffice, year: number, book: string | null = null) =>
  office.world.act(clerk, 'former-import', 'i1', 'former-import.begin', {
    direction: 'incoming',
    year,
    name: 'Sổ cũ',
    source: { kind: 'sheet', name: 'so.xlsx', sha256: 'a'.repeat(64), sizeBytes: 1 },
    book,
    pages: [`incoming-${year}-0`],
  })
/** The fourth number of this year, when the book kept here began behind the third. */
const enterBehind = (office: LawOffice, number: number) => {
  lawfully(office.openBook('in-2', 'incoming', { startAfter: 3 }))
  lawfully(importOf(office, 2026, 'in-2'))
  return office.world.act(clerk, 'former-page', 'incoming-2026-0', 'former-page.enter', {
    import: 'i1',
    entries: [aFormerEntry({ direction: 'incoming', year: 2026 }, number)],
  })
}

export const numbers: readonly LawCase[] = [
  lawCase(
    'import-number-in-use',
    (office) => importOf(office, 2026, 'in'),
    (office) => importOf(office, 2025),
  ),
  lawCase(
    'import-number-in-use',
    (office) => enterBehind(office, 4),
    (office) => enterBehind(office, 3),
  ),
  lawCase(
    'number-after-signature',
    (office) => {
      office.initialled()
      return assign(office)
    },
    numbering,
  ),
  lawCase(
    'number-missing',
    (office) => {
      office.signedDocument()
      return office.document(clerk, 'takeNumber', { book: 'out' })
    },
    (office) => {
      lawfully(numbering(office))
      return office.document(clerk, 'takeNumber', { book: 'out' })
    },
  ),
  lawCase(
    'number-by-clerk',
    (office) => {
      lawfully(numbering(office))
      return office.document(drafter, 'takeNumber', { book: 'out' })
    },
    (office) => {
      lawfully(numbering(office))
      return office.document(clerk, 'takeNumber', { book: 'out' })
    },
  ),
  lawCase(
    'numbered-already',
    (office) => {
      office.numbered()
      lawfully(office.openBook('second', 'outgoing'))
      return assign(office, {}, 'second')
    },
    numbering,
  ),
  lawCase(
    'number-awaits-node',
    (office) => {
      office.signedDocument()
      office.world.side = 'desk'
      return assign(office)
    },
    (office) => {
      office.signedDocument()
      lawfully(lend(office))
      office.world.side = 'desk'
      return assign(office)
    },
  ),
  lawCase(
    'number-guess-differs',
    (office) => {
      office.signedDocument()
      return assign(office, { number: 2 })
    },
    (office) => {
      office.signedDocument()
      return assign(office, { number: 1 })
    },
  ),
  lawCase(
    'number-date-order',
    (office) => {
      office.arrived()
      lawfully(office.letter(clerk, 'accept', { verdictSeen: 'valid' }))
      office.arrived({}, 'valid', 'l2')
      lawfully(office.letter(clerk, 'accept', { verdictSeen: 'valid' }, 'l2'))
      lawfully(office.book(clerk, 'assignNumber', { subject: 'l1' }, 'in'))
      office.world.at = '2026-11-15T01:00:00.000Z'
      return office.book(clerk, 'assignNumber', { subject: 'l2' }, 'in')
    },
    numbering,
  ),
  lawCase(
    'book-year-differs',
    (office) => {
      office.signedDocument()
      lawfully(office.openBook('next', 'outgoing', { year: 2027 }))
      return assign(office, {}, 'next')
    },
    numbering,
  ),
  lawCase(
    'series-from-one',
    (office) => office.openBook('next', 'outgoing', { year: 2027, startAfter: 5 }),
    (office) => office.openBook('next', 'outgoing', { year: 2027 }),
  ),
  lawCase(
    'secret-register',
    (office) => office.openBook('secret', 'outgoing', { name: 'Sổ văn bản mật' }),
    (office) => office.openBook('open', 'outgoing', { name: 'Sổ văn bản về bảo mật thông tin' }),
  ),
  lawCase(
    'book-direction-differs',
    (office) => {
      office.accepted()
      return office.book(clerk, 'assignNumber', { subject: 'l1' })
    },
    (office) => {
      office.accepted()
      return office.book(clerk, 'assignNumber', { subject: 'l1' }, 'in')
    },
  ),
  lawCase(
    'book-kind-differs',
    (office) => {
      office.accepted()
      lawfully(office.openBook('decisions', 'incoming', { kinds: ['Quyết định'] }))
      return office.book(clerk, 'assignNumber', { subject: 'l1' }, 'decisions')
    },
    (office) => {
      office.accepted()
      lawfully(office.openBook('letters', 'incoming', { kinds: ['Công văn'] }))
      return office.book(clerk, 'assignNumber', { subject: 'l1' }, 'letters')
    },
  ),
  lawCase('book-missing', chosenFor('2027-01-04'), chosenFor('2026-11-16')),
  lawCase(
    'pen-held-elsewhere',
    (office) => {
      office.signedDocument()
      lawfully(lend(office, 5, otherClerk))
      return assign(office)
    },
    (office) => {
      office.signedDocument()
      lawfully(lend(office))
      return assign(office)
    },
  ),
  lawCase(
    'pen-expired',
    (office) => {
      office.signedDocument()
      lawfully(lend(office))
      office.world.at = '2026-11-16T10:00:00.000Z'
      return assign(office)
    },
    numbering,
  ),
  lawCase(
    'pen-used-up',
    (office) => {
      office.signedDocument()
      lawfully(lend(office, 1))
      lawfully(office.book(clerk, 'voidNumber', { reason: 'Viết hỏng' }))
      return assign(office)
    },
    numbering,
  ),
  lawCase(
    'pen-not-held',
    (office) => {
      lawfully(lend(office))
      return office.book(otherClerk, 'returnPen')
    },
    (office) => {
      lawfully(lend(office))
      return office.book(clerk, 'returnPen')
    },
  ),
  lawCase(
    'pen-awaits-node',
    (office) => {
      office.world.side = 'desk'
      return lend(office)
    },
    (office) => lend(office),
  ),
  lawCase(
    'close-past-days-only',
    (office) => {
      lawfully(numbering(office))
      return close(office, '2026-11-16')
    },
    closed,
  ),
  lawCase(
    'close-changed-since-print',
    (office) => {
      nextDay(office)
      return close(office, '2026-11-16', { series: '0'.repeat(64) })
    },
    closed,
  ),
  lawCase(
    'close-with-gaps',
    (office) => {
      nextDay(office)
      const book = office.world.look('book', 'out') as Book
      const pages = [[{ subject: 'd1', number: 2, date: '2026-11-16' }]]
      office.world.states.set('book/out', { ...book, last: 2, pages })
      return close(office, '2026-11-16')
    },
    closed,
  ),
  lawCase(
    'book-closed',
    (office) => {
      lawfully(closed(office))
      return close(office, '2026-11-16')
    },
    closed,
  ),
]

function chosenFor(today: string) {
  return (office: LawOffice) =>
    bookFor([office.world.look('book', 'in') as Book], { direction: 'incoming', kind: 'Công văn', today }) ===
    undefined
      ? 'book-missing'
      : null
}
