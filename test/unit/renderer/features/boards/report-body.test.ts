import { expect, test } from 'vitest'
import type { Board } from '../../../../../shared/domain/boards/figures.ts'
import { bodyText, officialBody } from '../../../../../shared/domain/format/body.ts'
import { periodReport } from '../../../../../renderer/features/boards/use-cases/report-body.ts'
import { bodyOfText } from '../../../../../renderer/features/drafting/use-cases/body-of-text.ts'
import { textOfBody } from '../../../../../renderer/features/drafting/use-cases/text-of-body.ts'
import { fromBase64 } from '../../../../../shared/kernel/bytes.ts'
import { applyUpdate, Doc } from 'yjs'

const fact = {
  what: 'document',
  id: 'document/d',
  since: '2026-11-02T01:00:00.000Z',
  until: '2026-11-03',
  at: '2026-11-03T01:00:00.000Z',
  status: 'issued',
  unit: 'u',
  drafter: 'p',
  isSigned: 1,
  recipients: 2,
} as const
const board: Board = {
  behind: new Map([
    ['documents.issued', [fact, { ...fact, id: 'document/e', isSigned: 0 as const }]],
    ['documents.signed', [fact]],
  ]),
  minutes: new Map([['signed', [30, 90]]]),
  waited: new Map(),
}
const report = periodReport(board, {
  agency: 'Sở Thử',
  kind: 'quarter',
  period: { from: '2026-10-01', to: '2026-12-31' },
  today: '2026-11-22',
  say: { date: String, number: String, minutes: (minutes) => `${minutes} phút` },
})

test('names the period and holds the figures of the board', () => {
  expect(report.subject).toContain('quý IV năm 2026')
  const text = bodyText(report.body)
  expect(text).toContain('Văn bản đi đã phát hành\t2')
  expect(text).toContain('Văn bản đi ký số\t1\t50 %')
  expect(text).toContain('Từ khi dự thảo tới khi ký: 30 phút.')
  expect(text).not.toContain('{{')
})

test('becomes the text of a document without losing anything', () => {
  const text = new Doc()
  applyUpdate(text, fromBase64(textOfBody(report.body)))
  expect(bodyText(bodyOfText(text))).toBe(bodyText(officialBody.parse(report.body)))
})
