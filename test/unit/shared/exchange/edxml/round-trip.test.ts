import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryAttachments, readMessageBytes } from '#shared/exchange/edxml/memory-attachments.ts'
import { documentMessageBytes, statusMessageBytes } from '#shared/exchange/edxml/memory-message.ts'
import type { DocumentFields, StatusFields } from '#shared/exchange/edxml/message.ts'
import { readMessage } from '#shared/exchange/edxml/read-message.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import { aDocumentMessage, anAttachment } from '../../../../builders/edxml-message.ts'

const xmlUnit = fc.oneof(
  fc.constantFrom('&', '<', '>', '"', "'", ']]>', '\n', '\r', '\t', 'ế', 'Đ', '𠮷', '\u0301'),
  fc.string({ minLength: 1, maxLength: 1 }),
)
const text = (maxLength = 20) =>
  fc
    .array(xmlUnit, { minLength: 1, maxLength })
    .map((parts) => parts.join('').slice(0, maxLength).toWellFormed().replaceAll('\ufffd', 'x').trim())
    .filter((value) => value !== '')
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const letters = fc.string({ unit: fc.constantFrom('A', 'B', 'T', '0', '1', '7'), minLength: 1, maxLength: 6 })
const organId = fc.array(letters, { minLength: 1, maxLength: 4 }).map((groups) => groups.join('.'))
const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10))
const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((value) => `${value.toISOString().slice(0, 19)}.000Z`)
const small = fc.nat(65_535)

const organisation = fc.record({
  organId,
  name: text(),
  superior: maybe(text()),
  address: maybe(text()),
  email: maybe(text()),
  telephone: maybe(text()),
  fax: maybe(text()),
  website: maybe(text()),
})
const responseFor = fc.record({
  organId,
  code: text(),
  documentId: maybe(text()),
  issuedOn: maybe(date),
})
const staff = fc.record({
  name: text(),
  department: maybe(text()),
  mobile: maybe(text()),
  staffId: maybe(text()),
})
const trace = fc
  .array(fc.record({ organId: maybe(organId), at: maybe(instant) }), { maxLength: 2 })
  .map((steps) => steps.filter(({ organId: id, at }) => id !== undefined || at !== undefined))

const documentFields: fc.Arbitrary<DocumentFields> = fc.record({
  kind: fc.constant('document' as const),
  from: organisation,
  to: fc.uniqueArray(organisation, { selector: (one) => one.organId, minLength: 1, maxLength: 3 }),
  documentId: text(),
  code: fc.record({ number: text(), notation: text().map((value) => value.replaceAll('#', 'x')) }),
  place: maybe(text()),
  issuedOn: date,
  type: fc.record({ group: fc.nat(99), detail: maybe(fc.nat(999)), name: maybe(text()) }),
  subject: text(),
  content: maybe(text()),
  signer: fc.record({ competence: maybe(text()), position: maybe(text()), fullName: maybe(text()) }),
  dueDate: maybe(date),
  toPlaces: fc.array(text(), { maxLength: 3 }),
  other: fc.record({
    priority: maybe(fc.nat(4)),
    circulation: maybe(text()),
    typist: maybe(text(10)),
    copies: maybe(small),
    pages: maybe(small),
    appendixes: fc.array(text(), { maxLength: 2 }),
    direction: maybe(fc.boolean()),
    replyFors: maybe(text()),
    referenceCodes: maybe(text()),
  }),
  responseFor: fc.array(responseFor, { maxLength: 2 }),
  steeringType: fc.nat(2),
  taskCodes: fc.array(text(), { maxLength: 2 }),
  applicationType: maybe(text()),
  business: fc.record({
    type: fc.constantFrom(0, 1, 2, 3),
    reason: maybe(text()),
    documentId: text(),
    paper: maybe(fc.boolean()),
    changes: fc.array(
      fc.record({
        information: fc.boolean(),
        receivers: maybe(fc.boolean()),
        receiverList: fc.array(
          fc.record({ organId, change: fc.constantFrom('added' as const, 'removed' as const) }),
          { maxLength: 2 },
        ),
      }),
      { maxLength: 2 },
    ),
    replacements: fc.uniqueArray(
      fc.record({ documentId: text(), organIds: fc.uniqueArray(organId, { maxLength: 2 }) }),
      { selector: (one) => one.documentId, minLength: 1, maxLength: 2 },
    ),
    staff: fc.array(staff, { maxLength: 2 }),
  }),
  trace,
})

const statusFields: fc.Arbitrary<StatusFields> = fc.record({
  kind: fc.constant('status' as const),
  from: organisation,
  responseFor: responseFor.chain((one) => text().map((documentId) => ({ ...one, documentId }))),
  staff: maybe(staff),
  statusCode: fc.constantFrom('01', '02', '03', '04', '05', '06', '13', '15', '16', '07'),
  description: text(),
  at: instant,
  trace,
})

/** Without the fields that are there but have no value. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('what is written is what is read', () => {
  test('documents', async () => {
    await fc.assert(
      fc.asyncProperty(documentFields, async (fields) => {
        const result = await readMessageBytes(await documentMessageBytes(fields))
        if (!result.ok) throw new Error(JSON.stringify(result.error))
        expect(plain(result.value.fields)).toEqual(plain(fields))
      }),
      { numRuns: 150 },
    )
  })

  test('statuses', async () => {
    await fc.assert(
      fc.asyncProperty(statusFields, async (fields) => {
        const result = await readMessageBytes(await statusMessageBytes(fields))
        if (!result.ok) throw new Error(JSON.stringify(result.error))
        expect(plain(result.value.fields)).toEqual(plain(fields))
      }),
    )
  })

  test('attachments of every extension, whatever their content', async () => {
    const zipStart = new Uint8Array([0x50, 0x4b, 3, 4])
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.uint8Array({ maxLength: 40 }).map((tail) => new Uint8Array([...zipStart, ...tail])),
      fc.nat(200_000).map((size) => new Uint8Array(size).fill(7)),
    )
    const extension = fc.constantFrom(
      'pdf',
      'PDF',
      'doc',
      'docx',
      'xls',
      'xlsx',
      'txt',
      'png',
      'zip',
      'odt',
      'bảng',
      '',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(extension, content), { minLength: 1, maxLength: 4 }),
        async (files) => {
          const attachments = files.map(([ending, bytes], index) =>
            anAttachment(ending === '' ? `tệp ${index}` : `tệp ${index}.${ending}`, bytes, `id-${index}`),
          )
          const result = await readMessageBytes(await documentMessageBytes(aDocumentMessage(), attachments))
          if (!result.ok) throw new Error(JSON.stringify(result.error))
          const read = result.value.attachments
          expect(read.map(({ name, contentId }) => [name, contentId])).toEqual(
            attachments.map(({ name, id }) => [name, id]),
          )
          files.forEach(([, bytes], index) => {
            expect(read[index]?.content).toEqual(bytes)
            expect(read[index]?.sha256).toBe(sha256Hex(bytes))
            expect(read[index]?.sizeBytes).toBe(bytes.length)
          })
        },
      ),
    )
  })

  test('however the bytes arrive', async () => {
    const whole = await documentMessageBytes(aDocumentMessage(), [
      anAttachment('ghi chú.txt', new Uint8Array(5000).fill(65)),
    ])
    const expected = await readMessageBytes(whole)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), async (size) => {
        function* chunks() {
          for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size)
        }
        expect(await readMessage(chunks(), memoryAttachments)).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })
})
