import { describe, expect, it } from 'vitest'
import { createFormats } from '../../../../renderer/i18n/formats.ts'
import { createTranslator, translateWith } from '../../../../renderer/i18n/translate.ts'
import type { MessageKey } from '../../../../renderer/i18n/messages.ts'

const translator = createTranslator('vi')
const t = { vi: translateWith(translator, 'vi'), en: translateWith(translator, 'en') }
const formats = { vi: createFormats('vi', t.vi), en: createFormats('en', t.en) }

describe('formats', () => {
  it('writes days as dd/MM/yyyy in both languages', () => {
    expect(formats.vi.date('2026-11-16')).toBe('16/11/2026')
    expect(formats.en.date('2026-11-16')).toBe('16/11/2026')
    expect(formats.vi.dayMonth('2026-01-05')).toBe('05/01')
  })

  it('reads moments at the clock of the agency', () => {
    expect(formats.vi.dateTime('2026-11-15T18:30:05.000Z')).toBe('16/11/2026 01:30')
    expect(formats.vi.timeWithSeconds('2026-11-15T18:30:05.000Z')).toBe('01:30:05')
  })

  it('shortens what is near', () => {
    const now = '2026-11-16T03:00:00.000Z'
    expect(formats.vi.near('2026-11-16T01:14:00.000Z', now)).toBe('08:14')
    expect(formats.vi.near('2026-11-13T08:20:00.000Z', now)).toBe('13/11 15:20')
    expect(formats.vi.near('2025-12-31T08:20:00.000Z', now)).toBe('31/12/2025 15:20')
  })

  it('names the day of the week', () => {
    expect(formats.vi.fullDate('2026-11-16')).toBe('Thứ Hai, 16/11/2026')
    expect(formats.en.fullDate('2026-11-22')).toBe('Sunday, 22/11/2026')
    expect(formats.vi.dayHeading('2026-11-16', '2026-11-16')).toBe('Hôm nay, thứ Hai')
    expect(formats.vi.dayHeading('2026-11-13', '2026-11-16')).toBe('Thứ Sáu')
  })

  it('groups thousands and keeps decimals as each language does', () => {
    expect(formats.vi.number(4812)).toBe('4.812')
    expect(formats.vi.number(1.5)).toBe('1,5')
    expect(formats.en.number(4812)).toBe('4,812')
    expect(formats.vi.bytes(1_468_006)).toBe('1,4 MB')
    expect(formats.vi.bytes(900)).toBe('900 B')
    expect(formats.vi.bytes(20_480)).toBe('20 KB')
  })
})

describe('texts', () => {
  it('choose the plural and write its number', () => {
    expect(t.vi('states.deadline.inTime', { count: 1200 })).toBe('Còn 1.200 ngày')
    expect(t.en('states.deadline.inTime', { count: 1 })).toBe('1 day left')
    expect(t.en('states.deadline.inTime', { count: 2 })).toBe('2 days left')
  })

  it('refuse a key that does not exist', () => {
    expect(() => t.vi('incoming.nowhere' as MessageKey)).toThrow('no text for incoming.nowhere')
  })
})
