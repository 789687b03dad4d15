import { describe, expect, test } from 'vitest'
import { readMessageBytes } from '#shared/exchange/edxml/memory-attachments.ts'
import { documentMessageBytes, statusMessageBytes } from '#shared/exchange/edxml/memory-message.ts'
import {
  aDocumentMessage,
  anAttachment,
  anOrganisation,
  aStatusMessage,
  bytesOf,
  textOfBytes,
  TINY_PDF,
} from '../../../../builders/edxml-message.ts'

const XMLNS = 'http://www.mic.gov.vn/TBT/QCVN_102_2016'

function lines(...text: string[]): string {
  return text.map((line) => `${line}\r\n`).join('')
}

describe('the layout of the official builder', () => {
  test('a document: prefix on the envelope, none on attachments, declared again on the content', async () => {
    const fields = aDocumentMessage({ place: undefined, signer: {}, toPlaces: [], other: { appendixes: [] } })
    const bytes = await documentMessageBytes(fields, [
      { ...anAttachment('17.pdf', TINY_PDF), description: 'Bản ký' },
    ])
    expect(textOfBytes(bytes)).toBe(
      lines(
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<edXML xmlns="${XMLNS}">`,
        `  <edXML:edXMLEnvelope xmlns:edXML="${XMLNS}">`,
        '    <edXML:edXMLHeader>',
        '      <edXML:MessageHeader>',
        '        <edXML:From>',
        '          <edXML:OrganId>T90.01</edXML:OrganId>',
        '          <edXML:OrganName>Sở Thí Điểm</edXML:OrganName>',
        '        </edXML:From>',
        '        <edXML:To>',
        '          <edXML:OrganId>T90.02</edXML:OrganId>',
        '          <edXML:OrganName>Ban Mô Phỏng</edXML:OrganName>',
        '        </edXML:To>',
        '        <edXML:DocumentId>T90.01,2026/03/02,17/STĐ-VP</edXML:DocumentId>',
        '        <edXML:Code>',
        '          <edXML:CodeNumber>17</edXML:CodeNumber>',
        '          <edXML:CodeNotation>STĐ-VP</edXML:CodeNotation>',
        '        </edXML:Code>',
        '        <edXML:PromulgationInfo>',
        '          <edXML:PromulgationDate>2026/03/02</edXML:PromulgationDate>',
        '        </edXML:PromulgationInfo>',
        '        <edXML:DocumentType>',
        '          <edXML:Type>2</edXML:Type>',
        '          <edXML:TypeDetail>18</edXML:TypeDetail>',
        '          <edXML:TypeName>Công văn</edXML:TypeName>',
        '        </edXML:DocumentType>',
        '        <edXML:Subject>V/v mượn hội trường &amp; loa đài</edXML:Subject>',
        '        <edXML:SteeringType>0</edXML:SteeringType>',
        '      </edXML:MessageHeader>',
        '      <edXML:TraceHeaderList>',
        '        <edXML:Bussiness>',
        '          <edXML:BussinessDocType>0</edXML:BussinessDocType>',
        '          <edXML:BussinessDocReason>Văn bản mới</edXML:BussinessDocReason>',
        '          <edXML:Paper>0</edXML:Paper>',
        '        </edXML:Bussiness>',
        '        <edXML:TraceHeader>',
        '          <edXML:OrganId>T90.01</edXML:OrganId>',
        '          <edXML:Timestamp>2026/03/02 08:30:00</edXML:Timestamp>',
        '        </edXML:TraceHeader>',
        '      </edXML:TraceHeaderList>',
        '    </edXML:edXMLHeader>',
        '    <edXML:edXMLBody>',
        '      <edXML:edXMLManifest version="1.0">',
        '        <edXML:Reference>',
        '          <edXML:ContentId>cid:dinh-kem-1</edXML:ContentId>',
        '          <edXML:ContentType>application/pdf</edXML:ContentType>',
        '          <edXML:Description>Bản ký</edXML:Description>',
        '          <edXML:AttachmentName>17.pdf</edXML:AttachmentName>',
        '        </edXML:Reference>',
        '      </edXML:edXMLManifest>',
        '    </edXML:edXMLBody>',
        '  </edXML:edXMLEnvelope>',
        '  <AttachmentEncoded>',
        '    <Attachment>',
        '      <ContentId>cid:dinh-kem-1</ContentId>',
        '      <AttachmentName>17.pdf</AttachmentName>',
        '      <Description>Bản ký</Description>',
        '      <ContentType>application/pdf</ContentType>',
        `      <edXML:ContentTransferEncoded xmlns:edXML="${XMLNS}">${Buffer.from(TINY_PDF).toString('base64')}</edXML:ContentTransferEncoded>`,
        '    </Attachment>',
        '  </AttachmentEncoded>',
        '</edXML>',
      ),
    )
  })

  test('a revocation without attachments: empty manifest, empty list', async () => {
    const text = textOfBytes(
      await documentMessageBytes(
        aDocumentMessage({
          business: {
            type: 1,
            documentId: 'T90.01,2026/03/01,16/STĐ-VP',
            changes: [],
            replacements: [],
            staff: [{ department: 'Văn phòng', name: 'Lý Thư' }],
          },
        }),
      ),
    )
    expect(text).toContain(
      lines(
        '    <edXML:edXMLBody>',
        '      <edXML:edXMLManifest version="1.0" />',
        '    </edXML:edXMLBody>',
        '  </edXML:edXMLEnvelope>',
        '  <AttachmentEncoded />',
        '</edXML>',
      ),
    )
    expect(text).toContain(
      lines(
        '        <edXML:Bussiness>',
        '          <edXML:DocumentId>T90.01,2026/03/01,16/STĐ-VP</edXML:DocumentId>',
        '          <edXML:BussinessDocType>1</edXML:BussinessDocType>',
        '          <edXML:StaffInfo>',
        '            <edXML:Department>Văn phòng</edXML:Department>',
        '            <edXML:Staff>Lý Thư</edXML:Staff>',
        '          </edXML:StaffInfo>',
        '        </edXML:Bussiness>',
      ),
    )
  })

  test('a status: no body, no attachments', async () => {
    expect(textOfBytes(await statusMessageBytes(aStatusMessage({ staff: { name: 'Lý Thư' } })))).toBe(
      lines(
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<edXML xmlns="${XMLNS}">`,
        `  <edXML:edXMLEnvelope xmlns:edXML="${XMLNS}">`,
        '    <edXML:edXMLHeader>',
        '      <edXML:MessageHeader>',
        '        <edXML:From>',
        '          <edXML:OrganId>T90.02</edXML:OrganId>',
        '          <edXML:OrganName>Ban Mô Phỏng</edXML:OrganName>',
        '        </edXML:From>',
        '        <edXML:ResponseFor>',
        '          <edXML:OrganId>T90.01</edXML:OrganId>',
        '          <edXML:Code>17/STĐ-VP</edXML:Code>',
        '          <edXML:DocumentId>T90.01,2026/03/02,17/STĐ-VP</edXML:DocumentId>',
        '          <edXML:PromulgationDate>2026/03/02</edXML:PromulgationDate>',
        '        </edXML:ResponseFor>',
        '        <edXML:StaffInfo>',
        '          <edXML:Staff>Lý Thư</edXML:Staff>',
        '        </edXML:StaffInfo>',
        '        <edXML:StatusCode>03</edXML:StatusCode>',
        '        <edXML:Description>Đã vào sổ</edXML:Description>',
        '        <edXML:Timestamp>2026/03/02 10:00:00</edXML:Timestamp>',
        '      </edXML:MessageHeader>',
        '    </edXML:edXMLHeader>',
        '  </edXML:edXMLEnvelope>',
        '</edXML>',
      ),
    )
  })

  test('what we write deviates from nothing', async () => {
    const bytes = await documentMessageBytes(aDocumentMessage(), [
      anAttachment('17.pdf', TINY_PDF, 'a'),
      anAttachment('số liệu.csv', bytesOf('ma;ten\n01;thu\n'), 'b'),
    ])
    expect(await readMessageBytes(bytes)).toMatchObject({ ok: true, value: { deviations: [] } })
    const status = await statusMessageBytes(aStatusMessage())
    expect(await readMessageBytes(status)).toMatchObject({ ok: true, value: { deviations: [] } })
  })

  test('only PDF, DOC, DOCX and ZIP go unwrapped, under the official types', async () => {
    const names = ['a.pdf', 'a.DOC', 'a.docx', 'a.ZIP', 'a.xlsx', 'a.txt', 'a']
    const bytes = await documentMessageBytes(
      aDocumentMessage(),
      names.map((name, index) => anAttachment(name, bytesOf('nội dung'), `id-${index}`)),
    )
    const result = await readMessageBytes(bytes)
    const read = result.ok ? result.value.attachments : []
    expect(read.map(({ name, declaredType, unzipped }) => [name, declaredType, unzipped])).toEqual([
      ['a.pdf', 'application/pdf', false],
      ['a.DOC', 'application/doc', false],
      ['a.docx', 'application/docx', false],
      ['a.zip', 'application/zip', false],
      ['a.xlsx', 'application/zip', true],
      ['a.txt', 'application/zip', true],
      ['a', 'application/zip', true],
    ])
  })
})

describe('what is not written', () => {
  test.each([
    ['no receiver', { to: [] }],
    ['a receiver twice', { to: [anOrganisation('T90.02'), anOrganisation('t90.02')] }],
    ['no date', { issuedOn: undefined }],
    ['an internal mark', { code: { number: '1', notation: 'A#2' } }],
    ['characters that XML has not', { subject: 'a\u0000b' }],
    ['a lone surrogate', { subject: 'a\ud800b' }],
    ['an OrganId that is a path', { from: anOrganisation('../T90') }],
    ['a revocation of nothing', { business: { type: 1 as const, changes: [], replacements: [], staff: [] } }],
    [
      'a replacement of nothing',
      { business: { type: 3 as const, changes: [], replacements: [], staff: [] } },
    ],
  ])('%s', async (_, changes) => {
    await expect(documentMessageBytes(aDocumentMessage(changes))).rejects.toThrow()
  })

  test('attachments with the same id, or without a name', async () => {
    const twice = [anAttachment('a.pdf', TINY_PDF), anAttachment('b.pdf', TINY_PDF)]
    await expect(documentMessageBytes(aDocumentMessage(), twice)).rejects.toThrow()
    await expect(documentMessageBytes(aDocumentMessage(), [anAttachment(' ', TINY_PDF)])).rejects.toThrow()
  })

  test('a refusal without its reason', async () => {
    await expect(
      statusMessageBytes(aStatusMessage({ statusCode: '02', description: undefined })),
    ).rejects.toThrow()
  })
})
