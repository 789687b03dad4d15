import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { explainEdxmlError } from '#shared/exchange/edxml/errors.ts'
import { memoryAttachments, readMessageBytes } from '#shared/exchange/edxml/memory-attachments.ts'
import { documentMessageBytes } from '#shared/exchange/edxml/memory-message.ts'
import { readMessage } from '#shared/exchange/edxml/read-message.ts'
import { rulesOf } from '#shared/exchange/edxml/deviations.ts'
import type { AttachmentSink } from '#shared/exchange/edxml/attachment-sink.port.ts'
import {
  aDocumentMessage,
  anAttachment,
  bytesOf,
  textOfBytes,
  TINY_PDF,
} from '../../../../builders/edxml-message.ts'

const XMLNS = 'http://www.mic.gov.vn/TBT/QCVN_102_2016'

async function refusal(text: string | Uint8Array) {
  const result = await readMessageBytes(typeof text === 'string' ? bytesOf(text) : text)
  if (result.ok) throw new Error('was accepted')
  return result.error
}

const canonical = async () =>
  textOfBytes(await documentMessageBytes(aDocumentMessage(), [anAttachment('17.pdf', TINY_PDF)]))

describe('what is refused, with line and reason', () => {
  test('stray text before the declaration', async () => {
    const error = await refusal(`4711${await canonical()}`)
    expect(error).toEqual({ code: 'junk-before-declaration', line: 1, facts: { junk: '"4711"' } })
    expect(explainEdxmlError(error)).toBe('junk before declaration: junk "4711"')
    expect(await refusal(`\n${await canonical()}`)).toMatchObject({
      code: 'junk-before-declaration',
      line: 1,
    })
  })

  test.each([
    ['', 'empty'],
    ['không phải XML', 'not-xml'],
    ['\ufeff', 'not-xml'],
    ['<a/>', 'vocabulary-unknown'],
    [`<edXML xmlns="${XMLNS}"/>`, 'envelope-missing'],
    [`<edXMLEnvelope xmlns="${XMLNS}"><AVReport/></edXMLEnvelope>`, 'vocabulary-unknown'],
    ['<edXML><edXMLEnvelope xmlns="http://www.go.vn/eDoc"/></edXML>', 'vocabulary-unknown'],
    [`<edXML xmlns="${XMLNS}"><edXMLEnvelope/></edXML>`, 'message-header-missing'],
    ['<a><b></a>', 'not-well-formed'],
    ['<a', 'not-well-formed'],
    ['<a>&lạ;</a>', 'not-well-formed'],
    ['<a><!-- ', 'not-well-formed'],
    ['<a>x</a><b/>', 'not-well-formed'],
    ['<a><ContentTransferEncoded>QUJD', 'not-well-formed'],
    ['<a><![CDATA[x', 'not-well-formed'],
    ['<?xml version="1.0" encoding="windows-1258"?><a/>', 'encoding-unsupported'],
  ])('%j: %s', async (text, code) => {
    expect(await refusal(text)).toMatchObject({ code, line: 1 })
  })

  test('UTF-16, and bytes that are not UTF-8', async () => {
    expect(await refusal(new Uint8Array([0xff, 0xfe, 0x3c, 0]))).toMatchObject({
      code: 'encoding-unsupported',
    })
    const bytes = bytesOf(await canonical())
    bytes[bytes.indexOf(0xe1)] = 0xff
    expect(await refusal(bytes)).toMatchObject({ code: 'encoding-unsupported', facts: { byte: '0xff' } })
  })

  test('the line counts what the XML parser never sees', async () => {
    const text = await canonical()
    const wrapped = text
      .replace('<edXML:From>', '<!--\n\n\n--><edXML:From>')
      .replace(/(>JVBE)/, '$1\n\n')
      .replace('</Attachment>', '</Attachmen>')
    const expected = wrapped.slice(0, wrapped.indexOf('</Attachmen>')).split('\n').length
    expect(await refusal(wrapped)).toMatchObject({ code: 'not-well-formed', line: expected })
  })

  test('nothing is kept of a refused message', async () => {
    let held = 0
    const counting: AttachmentSink<Uint8Array> = {
      create: async () => {
        held++
        const file = await memoryAttachments.create()
        return {
          write: (bytes) => file.write(bytes),
          read: (offset, length) => file.read(offset, length),
          keep: () => file.keep(),
          discard: () => {
            held--
            return file.discard()
          },
        }
      },
    }
    const cut = bytesOf(await canonical()).subarray(0, -20)
    expect(await readMessage([cut], counting)).toMatchObject({ ok: false })
    expect(held).toBe(0)
  })
})

describe('hostile input', () => {
  test('entities, external and exploding', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${'x'.repeat(1000)}"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>`
    expect(await refusal(bomb)).toEqual({ code: 'doctype-forbidden', line: 1, facts: {} })
    const external = (await canonical()).replace(
      '<edXML ',
      '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>\n<edXML ',
    )
    expect(await refusal(external)).toMatchObject({ code: 'doctype-forbidden', line: 2 })
    expect(await refusal('<!doctype html><html/>')).toMatchObject({ code: 'doctype-forbidden' })
  })

  test('deep nesting', async () => {
    expect(await refusal('<a>'.repeat(1_000_000))).toMatchObject({ code: 'too-deep' })
  })

  test('a million attributes', async () => {
    const attributes = Array.from({ length: 1_000_000 }, (_, i) => ` a${i}=""`).join('')
    expect(await refusal(`<a${attributes}/>`)).toMatchObject({ code: 'tag-too-long' })
  })

  test('a million elements, endless text, an endless comment', async () => {
    expect(await refusal(`<a>${'<b/>'.repeat(1_000_000)}</a>`)).toMatchObject({ code: 'too-many-elements' })
    expect(await refusal(`<a>${'x'.repeat(9_000_000)}</a>`)).toMatchObject({ code: 'too-large' })
    expect(await refusal(`<a><!--${'-'.repeat(30_000_000)}`)).toMatchObject({ code: 'not-well-formed' })
    expect(await refusal(`<a><?x ${'y'.repeat(100_000)}`)).toMatchObject({ code: 'tag-too-long' })
  })

  test('a thousand attachments', async () => {
    const one = '<Attachment><ContentTransferEncoded>QUJD</ContentTransferEncoded></Attachment>'
    const text = (await canonical()).replace('<AttachmentEncoded>', `<AttachmentEncoded>${one.repeat(1000)}`)
    expect(await refusal(text)).toMatchObject({ code: 'too-many-attachments' })
  })

  test('a zip bomb stays packed and is said to be one', async () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(40_000_000) }, { level: 9 })
    const message = (await canonical()).replace(/>JVBE[^<]*</, `>${Buffer.from(bomb).toString('base64')}<`)
    const result = await readMessageBytes(bytesOf(message))
    expect(result).toMatchObject({
      ok: true,
      value: { attachments: [{ unzipped: false, sizeBytes: bomb.length }] },
    })
    expect(result.ok && rulesOf(result.value.deviations)).toContain('edxml.attachment.inflate-limit')
  })

  test('a zip that lies about its size', async () => {
    const zip = zipSync({ 'a.txt': new Uint8Array(100_000) })
    const view = new DataView(zip.buffer)
    const directory = zip.length - 22 - (46 + 5)
    view.setUint32(directory + 24, 10, true)
    const message = (await canonical()).replace(/>JVBE[^<]*</, `>${Buffer.from(zip).toString('base64')}<`)
    const result = await readMessageBytes(bytesOf(message))
    expect(result.ok && rulesOf(result.value.deviations)).toContain('edxml.attachment.wrapper-broken')
  })

  test('limits over all attachments', async () => {
    const text = new Uint8Array(60_000).map((_, i) => (i * 7919) % 251)
    const names = ['a.txt', 'b.txt', 'c.txt']
    const bytes = await documentMessageBytes(
      aDocumentMessage(),
      names.map((name) => anAttachment(name, text, name)),
    )
    const result = await readMessageBytes(bytes, { limits: { inflatedTotalBytes: 130_000 } })
    expect(result.ok && result.value.attachments.map(({ unzipped }) => unzipped)).toEqual([true, true, false])
  })

  test('names that are paths are only text', async () => {
    const zip = zipSync({ '../../x.txt': bytesOf('trong') })
    const message = (await canonical())
      .replaceAll('17.pdf', '../../../etc/passwd.txt')
      .replace(/>JVBE[^<]*</, `>${Buffer.from(zip).toString('base64')}<`)
    const result = await readMessageBytes(bytesOf(message))
    expect(result).toMatchObject({
      ok: true,
      value: { attachments: [{ name: '../../../etc/passwd.txt', content: bytesOf('trong') }] },
    })
  })

  test('any prefix and any changed byte give a message or a refusal', async () => {
    const bytes = bytesOf(await canonical())
    for (let at = 0; at < bytes.length; at += 37) {
      const cut = await readMessageBytes(bytes.subarray(0, at))
      expect(cut.ok).toBe(false)
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ 0x15
      expect(await readMessageBytes(changed)).toHaveProperty('ok')
    }
  })
})
