import { escapeHtml } from './body.ts'
import { formPage, type FormHead } from './record-forms.ts'

/** A cover note as it was given with a draft, and what was said on it since. */
export interface CoverNote {
  /** Whom it is put before, in order. */
  readonly to: readonly string[]
  readonly from: string
  /** One fact a line. */
  readonly note: string
  /** Who has initialled, or null while nobody has. */
  readonly reviewer: string | null
}

/**
 * `PHIẾU TRÌNH` for print: what goes up with a draft, from its drafter over the head of the unit to who signs (Decree 30 Art 11, 12; the form is the
 * agency's own, no kind of Art 7). `fonts` as for the official page.
 */
export function coverNotePage(
  head: FormHead,
  { to, from, note, reviewer }: CoverNote,
  fonts: string,
): string {
  const lines = [`Kính trình: ${to.join('; ')}.`, ...note.split('\n').filter((line) => line.trim() !== '')]
  return formPage(
    head,
    'PHIẾU TRÌNH',
    `<div class="lines">${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</div>
<div class="sides"><p>Lãnh đạo đơn vị<span>${escapeHtml(reviewer ?? '')}</span></p><p>Người trình<span>${escapeHtml(from)}</span></p></div>`,
    fonts,
  )
}
