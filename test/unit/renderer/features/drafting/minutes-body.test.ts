import { expect, it } from 'vitest'
import { minutesBody } from '../../../../../renderer/features/drafting/use-cases/minutes-body.ts'
import { textOfBody } from '../../../../../renderer/features/drafting/use-cases/text-of-body.ts'
import { minutesParts, missingMinutesParts } from '../../../../../shared/domain/documents/minutes.ts'
import { textUpdate } from '../../../../builders/a-document.ts'

it('the skeleton of minutes lacks no part of the form', () => {
  const body = minutesBody({ chair: 'Nguyễn A', secretary: 'Trần B', today: '2026-11-16' })
  expect(missingMinutesParts(textOfBody(body))).toEqual([])
})

it('other text lacks what it does not say', () => {
  expect(missingMinutesParts(null)).toEqual(minutesParts)
  expect(missingMinutesParts(textUpdate('Địa điểm: Phòng họp A'))).toEqual(
    minutesParts.filter((part) => part !== 'Địa điểm'),
  )
})
