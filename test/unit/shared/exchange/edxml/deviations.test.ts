import { zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { rulesOf } from '#shared/exchange/edxml/deviations.ts'
import { readMessageBytes } from '#shared/exchange/edxml/memory-attachments.ts'
import { documentMessageBytes, statusMessageBytes } from '#shared/exchange/edxml/memory-message.ts'
import type { DocumentFields, StatusFields } from '#shared/exchange/edxml/message.ts'
import type { ReadMessage } from '#shared/exchange/edxml/read-message.ts'
import {
  aDocumentMessage,
  anAttachment,
  anOrganisation,
  aStatusMessage,
  bytesOf,
  textOfBytes,
  TINY_PDF,
} from '../../../../builders/edxml-message.ts'

let document = ''
let status = ''

beforeAll(async () => {
  document = textOfBytes(
    await documentMessageBytes(aDocumentMessage(), [
      { ...anAttachment('17.pdf', TINY_PDF), description: 'Bản ký' },
    ]),
  )
  status = textOfBytes(await statusMessageBytes(aStatusMessage()))
})

async function read(text: string | Uint8Array): Promise<ReadMessage<Uint8Array>> {
  const result = await readMessageBytes(typeof text === 'string' ? bytesOf(text) : text)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** Reads the message with a change that must take effect. */
async function readChanged(
  text: string,
  from: string | RegExp,
  to: string,
): Promise<ReadMessage<Uint8Array>> {
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  return read(changed)
}

const documentOf = ({ fields }: ReadMessage<Uint8Array>) => fields as DocumentFields
const statusOf = ({ fields }: ReadMessage<Uint8Array>) => fields as StatusFields
const rules = (message: ReadMessage<Uint8Array>) => rulesOf(message.deviations)

const including = (rule: string): unknown => expect.arrayContaining([rule])
const containing = (text: string): unknown => expect.stringContaining(text)

/** A one-attachment message whose attachment element is written by hand. */
async function readAttachment(name: string, type: string, content: Uint8Array | string, rest = '') {
  const base64 = typeof content === 'string' ? content : Buffer.from(content).toString('base64')
  const list = `<AttachmentEncoded><Attachment><ContentId>cid:1</ContentId><AttachmentName>${name}</AttachmentName>
    <ContentType>${type}</ContentType><ContentTransferEncoded>${base64}</ContentTransferEncoded>${rest}</Attachment></AttachmentEncoded>`
  const message = await readChanged(document, /<AttachmentEncoded>[^]*<\/AttachmentEncoded>/, list)
  return { attachment: message.attachments[0], rules: rules(message) }
}

describe('deviations that are read and reported', () => {
  test('1 a prefix used outside its declaration, an undeclared xlink', async () => {
    const outside = await readChanged(document, /(<edXML:ContentTransferEncoded) xmlns:edXML="[^"]*"/, '$1')
    expect(rules(outside)).toEqual(['edxml.prefix.unbound'])
    expect(outside.attachments[0]?.content).toEqual(TINY_PDF)
    const xlink = await readChanged(document, '<edXML:Reference>', '<edXML:Reference xlink:href="">')
    expect(rules(xlink)).toEqual(['edxml.prefix.unbound', 'edxml.attribute.extra'])
  })

  test('2 no prefix, another prefix, attachments with the prefix', async () => {
    const none = document.replaceAll('edXML:', '').replaceAll(' xmlns:edXML=', ' xmlns=')
    expect(rules(await read(none))).toEqual(['edxml.prefix.unusual'])
    const other = document.replaceAll('edXML:', 'ns2:').replaceAll('xmlns:edXML=', 'xmlns:ns2=')
    expect(rules(await read(other))).toEqual(['edxml.prefix.unusual'])
    const everywhere = document
      .replace(/<edXML xmlns="([^"]*)"/, '<edXML:edXML xmlns:edXML="$1"')
      .replace('</edXML>', '</edXML:edXML>')
      .replace(/<(\/?)Attachment/g, '<$1edXML:Attachment')
    const message = await read(everywhere)
    expect(rules(message)).toEqual(['edxml.root.unusual', 'edxml.prefix.unusual'])
    expect(documentOf(message)).toEqual(documentOf(await read(document)))
    expect(message.attachments).toHaveLength(1)
  })

  test('2 no namespace at all', async () => {
    const bare = document.replaceAll('edXML:', '').replaceAll(/ xmlns(:edXML)?="[^"]*"/g, '')
    expect(rules(await read(bare))).toEqual(['edxml.namespace.missing', 'edxml.prefix.unusual'])
  })

  test('4 a byte order mark, line ends after the root, no declaration', async () => {
    expect(rules(await read(`\ufeff${document}`))).toEqual(['edxml.byte-order-mark'])
    expect(rules(await read(`${document}\r\n\r\n`))).toEqual([])
    expect(rules(await readChanged(document, /<\?xml.*\?>\s*/, ''))).toEqual(['edxml.declaration.missing'])
  })

  test('5 comments, with elements in them, anywhere', async () => {
    const message = await readChanged(
      document,
      '<edXML:From>',
      '<!-- <edXML:From><ContentTransferEncoded>--x</edXML:From> --><edXML:From>',
    )
    expect(rules(message)).toEqual(['edxml.comment'])
    const inBody = await readChanged(document, />JVBE/, '><!-- giữa -->JVBE')
    expect(inBody.attachments[0]?.content).toEqual(TINY_PDF)
  })

  test('6 elements in another order', async () => {
    const message = await readChanged(
      document,
      /(<edXML:DocumentId>.*<\/edXML:DocumentId>\s*)([^]*<edXML:SteeringType>0<\/edXML:SteeringType>)/,
      '$2$1',
    )
    expect(rules(message)).toEqual(['edxml.element.order'])
    expect(documentOf(message)).toEqual(documentOf(await read(document)))
  })

  test('7 what messages leave out', async () => {
    const message = await read(
      document
        .replace(/<edXML:TypeDetail>.*<\/edXML:TypeDetail>/, '')
        .replace(/<edXML:Bussiness>[^]*<\/edXML:Bussiness>/, '')
        .replace(/(<edXML:TraceHeader>\s*<edXML:OrganId>)T90.01/, '$1null')
        .replace('<edXML:OrganName>Ban Mô Phỏng</edXML:OrganName>', ''),
    )
    expect(message.deviations.map(({ rule, element }) => `${rule} ${element}`)).toEqual([
      'edxml.text.placeholder OrganId',
      'edxml.element.missing OrganName',
      'edxml.element.missing TypeDetail',
      'edxml.document-type.unusual DocumentType',
      'edxml.element.missing Bussiness',
    ])
    expect(documentOf(message)).toMatchObject({
      to: [{ organId: 'T90.02', name: '' }],
      business: { type: 0 },
      trace: [{ at: '2026-03-02T01:30:00.000Z' }],
    })
  })

  test('8 empty elements are absent', async () => {
    const message = await readChanged(
      document,
      '<edXML:SteeringType>',
      `<edXML:DueDate/><edXML:ResponseFor><edXML:OrganId/><edXML:Code></edXML:Code></edXML:ResponseFor>
       <edXML:ResponseFor/><edXML:SteeringType>`,
    )
    expect(rules(message)).toEqual(['edxml.element.order', 'edxml.element.empty'])
    expect(documentOf(message).responseFor).toEqual([])
    expect(documentOf(message).dueDate).toBeUndefined()
  })

  test('9 placeholder texts', async () => {
    const message = await readChanged(document, 'Sở Thí Điểm', 'N/A')
    expect(rules(message)).toEqual(['edxml.text.placeholder'])
  })

  test('10 and 11 dates in other forms and impossible ones', async () => {
    const tag = 'edXML:PromulgationDate'
    const dayFirst = await readChanged(document, `<${tag}>2026/03/02`, `<${tag}> 25/12/2025 `)
    expect(rules(dayFirst)).toEqual(['edxml.text.padded', 'edxml.date.form'])
    expect(documentOf(dayFirst).issuedOn).toBe('2025-12-25')
    const impossible = await readChanged(document, 'T90.01,2026/03/02', 'T90.01,2026/02/30')
    expect(rules(impossible)).toEqual(['edxml.date.impossible'])
    expect(documentOf(impossible).documentId).toBe('T90.01,2026/02/30,17/STĐ-VP')
  })

  test.each([
    '6f1c0a52-0000-4000-8000-00000000000a',
    'T90.01,2026-03-02,17/STĐ-VP',
    'T90.01,2026,17',
    '4711',
  ])('12 the DocumentId %s', async (documentId) => {
    const message = await readChanged(
      document,
      '<edXML:DocumentId>T90.01,2026/03/02,17/STĐ-VP<',
      `<edXML:DocumentId> ${documentId}\n<`,
    )
    expect(rules(message)).toEqual(['edxml.text.padded', 'edxml.document-id.form'])
    expect(documentOf(message).documentId).toBe(documentId)
  })

  test('13 a leading blank in a name', async () => {
    const message = await readChanged(document, '>Sở Thí Điểm', '> Sở Thí Điểm')
    expect(rules(message)).toEqual(['edxml.text.padded'])
    expect(documentOf(message).from.name).toBe('Sở Thí Điểm')
  })

  test('14 types and steering types of practice', async () => {
    const type = await readChanged(document, '<edXML:Type>2', '<edXML:Type>18')
    expect(rules(type)).toEqual(['edxml.document-type.unusual'])
    const steering = await readChanged(document, '<edXML:SteeringType>0', '<edXML:SteeringType>3')
    expect(rules(steering)).toEqual(['edxml.steering-type.unusual'])
    expect(documentOf(steering).steeringType).toBe(3)
    const blank = await readChanged(document, '<edXML:SteeringType>0', '<edXML:SteeringType> ')
    expect(rules(blank)).toEqual(['edxml.element.empty', 'edxml.steering-type.unusual'])
  })

  test('15 a revocation that does not say of what', async () => {
    const message = await readChanged(document, '<edXML:BussinessDocType>0', '<edXML:BussinessDocType>01')
    expect(rules(message)).toEqual(['edxml.revocation.target-missing'])
    expect(documentOf(message).business).toMatchObject({ type: 1, documentId: 'T90.01,2026/03/02,17/STĐ-VP' })
  })

  test('16 the same replaced document twice', async () => {
    const entry = (organId: string) =>
      `<edXML:ReplacementInfo><edXML:DocumentId>D1</edXML:DocumentId><edXML:OrganIdList><edXML:OrganId>${organId}</edXML:OrganId></edXML:OrganIdList></edXML:ReplacementInfo>`
    const message = await readChanged(
      document,
      '<edXML:Paper>0</edXML:Paper>',
      `<edXML:ReplacementInfoList>${entry('T90.02')}${entry('T90.03')}</edXML:ReplacementInfoList>`,
    )
    expect(rules(message)).toEqual(['edxml.replacement.repeated'])
    expect(documentOf(message).business.replacements).toEqual([
      { documentId: 'D1', organIds: ['T90.02', 'T90.03'] },
    ])
  })

  test('17 a manifest with another type, without type, without description', async () => {
    const tag = '<edXML:ContentType>application/pdf</edXML:ContentType>'
    const other = await readChanged(document, tag, tag.replace('pdf', 'zip'))
    expect(rules(other)).toEqual(['edxml.manifest.type-differs'])
    expect(rules(await readChanged(document, tag, ''))).toEqual(['edxml.manifest.type-missing'])
    const silent = await readChanged(document, /<edXML:Description>.*<\/edXML:Description>/, '')
    expect(rules(silent)).toEqual(['edxml.manifest.description-missing'])
  })

  test.each([
    ['cid:cid:dinh-kem-1', 'cid:cid:dinh-kem-1', ['edxml.content-id.form']],
    ['dinh-kem-1', 'cid:dinh-kem-1', ['edxml.content-id.form']],
    ['&lt;cid:dinh-kem-1&gt;', 'cid:dinh-kem-1', ['edxml.content-id.form']],
    ['209', 'cid:x', ['edxml.content-id.form']],
  ])('18 the ContentId %s in the attachment, %s in the manifest', async (own, inManifest, expected) => {
    const message = await read(
      document
        .replace('<ContentId>cid:dinh-kem-1<', `<ContentId>${own}<`)
        .replace('<edXML:ContentId>cid:dinh-kem-1<', `<edXML:ContentId>${inManifest}<`),
    )
    expect(rules(message)).toEqual(expected)
    expect(message.attachments[0]?.description).toBe('Bản ký')
  })

  test('18 an attachment without manifest, a manifest without attachment', async () => {
    const alone = await readChanged(document, /<edXML:Reference>[^]*<\/edXML:Reference>/, '')
    expect(rules(alone)).toEqual(['edxml.attachment.not-in-manifest'])
    expect(alone.attachments).toHaveLength(1)
    const missing = await readChanged(document, /<AttachmentEncoded>[^]*<\/AttachmentEncoded>/, '')
    expect(rules(missing)).toEqual(['edxml.manifest.without-attachment'])
  })

  test('19 wrapped or not, against the type', async () => {
    const one = zipSync({ 'b7.pdf': TINY_PDF })
    expect(await readAttachment('17.pdf', 'application/pdf', one)).toMatchObject({
      attachment: { content: TINY_PDF, unzipped: true, detectedType: 'application/pdf' },
      rules: ['edxml.attachment.wrapped-against-type'],
    })
    expect(await readAttachment('17.pdf', 'application/zip', TINY_PDF)).toMatchObject({
      attachment: { content: TINY_PDF, unzipped: false },
      rules: ['edxml.manifest.type-differs', 'edxml.attachment.plain-against-type'],
    })
    const two = zipSync({ 'a.txt': bytesOf('a'), 'b.txt': bytesOf('b') })
    expect(await readAttachment('a.txt', 'application/zip', two)).toMatchObject({
      attachment: { content: two, unzipped: false, detectedType: 'application/zip' },
      rules: [
        'edxml.manifest.type-differs',
        'edxml.attachment.several-entries',
        'edxml.attachment.type-differs',
      ],
    })
    expect((await readAttachment('a.ZIP', 'application/zip', one)).attachment).toMatchObject({
      content: one,
      unzipped: false,
    })
    const inFolder = zipSync({ thư: { 'a.txt': bytesOf('a') } })
    expect((await readAttachment('a.txt', 'application/zip', inFolder)).attachment?.content).toEqual(
      bytesOf('a'),
    )
  })

  test('19 a document that is itself a zip', async () => {
    const docx = zipSync({ '[Content_Types].xml': bytesOf('<Types/>'), 'word/document.xml': bytesOf('<w/>') })
    expect(await readAttachment('a.docx', 'application/docx', docx)).toMatchObject({
      attachment: {
        content: docx,
        unzipped: false,
        detectedType: containing('wordprocessingml'),
      },
      rules: ['edxml.manifest.type-differs'],
    })
    const wrapped = zipSync({ 'x.docx': docx })
    expect((await readAttachment('a.docx', 'application/zip', wrapped)).attachment).toMatchObject({
      content: docx,
      unzipped: true,
      detectedType: containing('wordprocessingml'),
    })
    const odd = zipSync({ 'META-INF/MANIFEST.MF': bytesOf('x') })
    expect((await readAttachment('a.jar', 'application/zip', odd)).attachment).toMatchObject({
      unzipped: false,
    })
  })

  test('19 a broken wrapper is delivered as it is', async () => {
    const zip = zipSync({ 'a.txt': bytesOf('nội dung đủ dài để nén được, nén được, nén được') })
    const cut = zip.slice(0, 60)
    expect(await readAttachment('a.txt', 'application/zip', cut)).toMatchObject({
      attachment: { content: cut, unzipped: false },
      rules: including('edxml.attachment.wrapper-broken'),
    })
    const damaged = zip.slice()
    damaged[45] = (damaged[45] ?? 0) ^ 0xff
    expect(await readAttachment('a.txt', 'application/zip', damaged)).toMatchObject({
      attachment: { content: damaged, unzipped: false },
      rules: including('edxml.attachment.wrapper-broken'),
    })
  })

  test('20 an extension that lies', async () => {
    const result = await readAttachment('a.doc', 'application/zip', zipSync({ 'x.edxml': bytesOf(document) }))
    expect(result).toMatchObject({
      attachment: { detectedType: 'application/edxml+xml', unzipped: true },
      rules: including('edxml.attachment.type-differs'),
    })
  })

  test('21 a PDF that someone read as text', async () => {
    const damaged = bytesOf(`%PDF-1.7\n%\ufffd\ufffd\ufffd\ufffd\n${'x'.repeat(500)}\ufffd`)
    expect(await readAttachment('17.pdf', 'application/pdf', damaged)).toMatchObject({
      attachment: { content: damaged },
      rules: ['edxml.attachment.pdf-damaged'],
    })
  })

  test('22 base64 in lines, unpadded, URL-safe, with rubbish', async () => {
    const base64 = Buffer.from(TINY_PDF).toString('base64')
    const shapes: [string, string][] = [
      [base64.replace(/(.{20})/g, '$1\r\n'), 'edxml.base64.form'],
      [base64.replace(/(.{20})/g, '$1&#xD;&#13;\n'), 'edxml.base64.form'],
      [base64.replace(/=+$/, ''), 'edxml.base64.form'],
      [`<![CDATA[${base64}]]>\n`, 'edxml.base64.form'],
      [`$${base64}`, 'edxml.base64.invalid'],
    ]
    for (const [shape, rule] of shapes) {
      const { attachment, rules: found } = await readAttachment('17.pdf', 'application/pdf', shape)
      expect(attachment?.content).toEqual(TINY_PDF)
      expect(found).toEqual([rule])
    }
    const bytes = new Uint8Array([0xfb, 0xff, 0xfe])
    expect((await readAttachment('a.dat', 'x', '-__-')).attachment?.content).toEqual(bytes)
  })

  test('23 signatures of every kind', async () => {
    const place = '</edXML:edXMLHeader>'
    const usual = '<Signature><SignedInfo/></Signature>'
    expect(rules(await readChanged(document, place, usual + place))).toEqual([])
    for (const signature of [
      '<Signature/>',
      '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo/></ds:Signature>',
      '<edXML:DigitalSignature/>',
    ]) {
      const found = rules(await readChanged(document, place, signature + place))
      expect(found).toContain('edxml.signature.unusual')
    }
  })

  test('24 extra attributes and namespaces', async () => {
    const attributes = await readChanged(
      document,
      '<edXML:TraceHeaderList>',
      '<edXML:TraceHeaderList id="1" version="2">',
    )
    expect(rules(attributes)).toEqual(['edxml.attribute.extra'])
    const namespace = await readChanged(document, '<edXML xmlns=', '<edXML xmlns:x="urn:x" xmlns=')
    expect(rules(namespace)).toEqual(['edxml.namespace.extra'])
  })

  test('25 statuses: a code without zero, an unknown one, 13 to the receiver', async () => {
    const short = await readChanged(status, '<edXML:StatusCode>03', '<edXML:StatusCode>3')
    expect(rules(short)).toEqual(['edxml.status.code-form'])
    expect(statusOf(short).statusCode).toBe('03')
    const unknown = await readChanged(status, '<edXML:StatusCode>03', '<edXML:StatusCode>11')
    expect(rules(unknown)).toEqual(['edxml.status.code-unknown'])
    expect(statusOf(unknown).statusCode).toBe('11')
    expect(rules(await readChanged(status, '<edXML:StatusCode>03', '<edXML:StatusCode>13'))).toEqual([])
  })

  test('26 a status on the sender itself', async () => {
    const message = await readChanged(status, '<edXML:OrganId>T90.01', '<edXML:OrganId>t90.02')
    expect(rules(message)).toEqual(['edxml.status.self-addressed'])
  })

  test('27 an internal mark in the notation is cut', async () => {
    const message = await readChanged(document, '>STĐ-VP<', '>STĐ-VP#2026_3<')
    expect(rules(message)).toEqual(['edxml.code.internal-mark'])
    expect(documentOf(message).code.notation).toBe('STĐ-VP')
  })

  test('28 a message to oneself, and a receiver named twice', async () => {
    const own = await documentMessageBytes(aDocumentMessage({ to: [anOrganisation('T90.01')] }))
    expect(rules(await read(own))).toEqual(['edxml.self-addressed'])
    const twice = await readChanged(document, /(<edXML:To>[^]*<\/edXML:To>)/, '$1$1')
    expect(rules(twice)).toEqual(['edxml.receiver.repeated'])
  })

  test('attachments inside the envelope and in two lists are kept', async () => {
    const list = /\s*<AttachmentEncoded>[^]*<\/AttachmentEncoded>/.exec(document)?.[0] ?? ''
    const message = await read(
      document.replace(list, list + list).replace('</edXML:edXMLEnvelope>', `${list}</edXML:edXMLEnvelope>`),
    )
    expect(message.attachments).toHaveLength(3)
    expect(rules(message)).toContain('edxml.attachment.misplaced')
  })

  test('unknown elements are ignored', async () => {
    const message = await readChanged(document, '<edXML:Subject>', '<edXML:Lạ><x/></edXML:Lạ><edXML:Subject>')
    expect(rules(message)).toEqual(['edxml.element.unknown', 'edxml.element.empty'])
  })

  test('a line is told for each', async () => {
    const message = await readChanged(document, '>STĐ-VP<', '>STĐ-VP#1<')
    expect(message.deviations).toEqual([
      { rule: 'edxml.code.internal-mark', element: 'CodeNotation', line: 17 },
    ])
  })
})
