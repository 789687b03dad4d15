import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { xmpPacket } from '../../../../../../electron/services/pdf/base/xmp.ts'

test('is well-formed and says part, level and title, whatever the title holds', () => {
  const title = 'V/v <kiểm tra> & "rà soát" ]]>'
  const packet = xmpPacket({ title, language: 'vi', tool: 'Congso', createdAt: '2026-11-05T02:00:00.000Z' })
  const texts: string[] = []
  const parser = new SaxesParser()
  parser.on('text', (text) => texts.push(text))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(new TextDecoder().decode(packet)).close()
  expect(texts).toContain(title)
  expect(texts.filter((text) => text === '2026-11-05T09:00:00+07:00')).toHaveLength(2)
  expect(texts).toEqual(expect.arrayContaining(['3', 'A', '1']))
})
