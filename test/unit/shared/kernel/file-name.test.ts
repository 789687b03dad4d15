import { expect, it } from 'vitest'
import { plainFileName } from '../../../../shared/kernel/file-name.ts'

it('leaves of a foreign name what neither leads elsewhere nor looks like another type', () => {
  expect(plainFileName('Tờ trình số 12.pdf')).toBe('Tờ trình số 12.pdf')
  expect(plainFileName('../../.bashrc')).toBe('.bashrc')
  expect(plainFileName(String.raw`C:\Windows\x.exe`)).toBe('x.exe')
  expect(plainFileName('hoa-don\u202Efdp.exe')).toBe('hoa-donfdp.exe')
  expect(plainFileName('a\u0000b\n.pdf')).toBe('ab.pdf')
  for (const empty of ['', '.', '..', 'x/', '\u2066\u2069']) expect(plainFileName(empty)).toBe('_')
  expect(plainFileName(`${'a'.repeat(300)}.pdf`)).toHaveLength(255)
})
