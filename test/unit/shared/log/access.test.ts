import { describe, expect, it } from 'vitest'
import { toHex } from '../../../../shared/kernel/bytes.ts'
import {
  accessLink,
  accessText,
  noLink,
  parseAccessText,
  timeOfAccess,
} from '../../../../shared/log/access.ts'
import { parseCommandText } from '../../../../shared/log/command.ts'
import { anAccess } from '../../../builders/an-access.ts'

describe('record of an access', () => {
  it('reads back from its text, and is no command, nor a command an access', () => {
    const body = anAccess('p')
    expect(parseAccessText(accessText(body))).toEqual(body)
    expect(() => parseCommandText(accessText(body))).toThrow()
    expect(() => parseAccessText(accessText({ ...body, more: 1 } as never))).toThrow()
  })

  it('links to the one before it: another place, time or text is another link', () => {
    const kept = {
      number: 1,
      receivedAt: '2026-11-22T01:00:00.000Z',
      record: { text: 't', signature: 's', key: 'k' },
    }
    const link = toHex(accessLink(noLink, kept))
    const others = [
      { ...kept, number: 2 },
      { ...kept, receivedAt: '2026-11-22T01:00:00.001Z' },
      { ...kept, record: { ...kept.record, text: 'u' } },
    ].map((one) => toHex(accessLink(noLink, one)))
    expect(new Set([link, ...others, toHex(accessLink(accessLink(noLink, kept), kept))]).size).toBe(5)
  })

  it('happened when the desk says, unless that cannot be', () => {
    const at = '2026-11-22T01:00:00.000Z'
    const later = '2026-11-22T05:00:00.000Z'
    expect(timeOfAccess({ at, seenServerTime: null }, later)).toBe(at)
    expect(timeOfAccess({ at: later, seenServerTime: null }, at)).toBe(at)
    expect(timeOfAccess({ at, seenServerTime: later }, later)).toBe(later)
  })
})
