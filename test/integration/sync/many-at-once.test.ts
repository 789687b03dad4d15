import { afterEach, expect, test } from 'vitest'
import type { VerdictWord } from '../../../shared/domain/correspondence/letter.ts'
import { expectSettled, syncAll } from '../../builders/sync-acts.ts'
import { sha256Hex } from '../../../shared/kernel/hash.ts'
import { OFFICE, SyncOffice } from '../../builders/sync-office.ts'

let office: SyncOffice
afterEach(() => office.close())

const pdf = new TextEncoder().encode('%PDF-1.7')
const file = { sha256: sha256Hex(pdf), sizeBytes: pdf.length, mediaType: 'application/pdf' }
async function openOffice(): Promise<void> {
  office = await SyncOffice.open()
  await office.node.blobs.keep(OFFICE, [pdf], 'application/pdf')
}

const receive = (id: string, verdict: VerdictWord) => ({
  aggregate: { kind: 'letter', id } as const,
  type: 'letter.receive',
  payload: {
    content: {
      from: { code: 'T86.04', name: 'Sở Tài chính' },
      to: OFFICE,
      documentId: '',
      number: id,
      symbol: 'STC',
      issuedOn: '2026-11-13',
      typeName: 'Công văn',
      subject: 'đề nghị cung cấp số liệu',
      summary: '',
      signer: { authority: '', title: '', name: '' },
      dueDate: null,
      urgency: 'normal',
      pages: 1,
      receivers: [],
      answers: [],
      deviations: [],
    },
    files: [
      {
        name: 'van-ban.pdf',
        declaredType: 'application/pdf',
        file,
        verdict: { verdict, checkedAt: '2026-11-16T01:00:00.000Z', trust: 'practice', report: {} },
      },
    ],
  },
})
const acceptAndRegister = (id: string, verdictSeen: VerdictWord) => [
  { aggregate: { kind: 'letter', id } as const, type: 'letter.accept', payload: { verdictSeen } },
  {
    aggregate: { kind: 'book', id: 'book-in' } as const,
    type: 'book.assignNumber',
    payload: { subject: id },
  },
  { aggregate: { kind: 'letter', id } as const, type: 'letter.takeNumber', payload: { book: 'book-in' } },
]

test('twenty letters are registered in one transaction, in order; what the law holds back is left out with its rule', async () => {
  await openOffice()
  const ids = Array.from({ length: 20 }, (_, index) => `letter-${String(index + 1).padStart(2, '0')}`)
  const bad = ids[7]
  await office.workspace.act(ids.map((id) => receive(id, id === bad ? 'invalid' : 'valid')))
  const clerk = await office.desk('clerk')
  await syncAll(clerk)

  const results = await clerk.desk.actTogether(ids.map((id) => acceptAndRegister(id, 'valid')))
  expect(results.map((one) => one.ok)).toEqual(ids.map((id) => id !== bad))
  expect(results[7]).toMatchObject({ ok: false, error: { rule: 'verdict-invalid' } })

  await syncAll(clerk)
  const { office: reader } = clerk.desk.readers
  const numbers = await Promise.all(
    ids.map(async (id) => (await reader.seen('letter', id))?.state.number?.number ?? null),
  )
  expect(numbers.filter((number) => number !== null)).toEqual(Array.from({ length: 19 }, (_, i) => i + 1))
  expect(numbers[7]).toBeNull()
  await expectSettled(clerk)
})

test('a group that is refused half way leaves nothing behind', async () => {
  await openOffice()
  await office.workspace.act([receive('one', 'valid'), receive('two', 'valid')])
  const clerk = await office.desk('clerk')
  await syncAll(clerk)
  const [accept] = acceptAndRegister('one', 'valid')
  const present = {
    aggregate: { kind: 'letter', id: 'one' } as const,
    type: 'letter.present',
    payload: { to: 'so-thu-leader' },
  }
  const results = await clerk.desk.actTogether([[accept!, present], acceptAndRegister('two', 'valid')])
  expect(results).toMatchObject([{ ok: false, error: { rule: 'register-before-present' } }, { ok: true }])
  expect((await clerk.desk.readers.office.seen('letter', 'one'))?.state.status).toBe('arrived')
  expect((await clerk.desk.readers.outbox.waiting()).map((one) => one.aggregate.id)).not.toContain('one')
})
