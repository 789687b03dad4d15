import { expect, it } from 'vitest'
import { coverNotePage } from '../../../../../shared/domain/format/cover-note.ts'

it('a cover note says before whom, by whom and what, and never what is no text', () => {
  const head = { superior: 'UBND tỉnh', agency: 'Sở Nội vụ', place: 'Song Lam', date: '2026-11-16' }
  const note = { to: ['A', 'B'], from: 'Mai Anh', note: 'Nội dung trình: x.\n\n<b>', reviewer: null }
  const page = coverNotePage(head, note, '')
  expect(page).toContain('<h1 class="title">PHIẾU TRÌNH</h1>')
  expect(page).toContain('<p>Kính trình: A; B.</p><p>Nội dung trình: x.</p><p>&#60;b&#62;</p>')
  expect(page).toContain('<p>Người trình<span>Mai Anh</span></p>')
})
