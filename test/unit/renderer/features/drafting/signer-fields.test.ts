import { expect, test } from 'vitest'
import { signatureLines } from '../../../../../shared/domain/format/boxes.ts'
import type { SigningDelegation } from '../../../../../shared/domain/directory/signing-delegation.ts'
import type { Agency, Post } from '../../../../../shared/domain/directory/directory.ts'
import { onBehalfOf, signerFields } from '../../../../../renderer/features/drafting/use-cases/new-draft.ts'

const agency = { headTitle: 'GIÁM ĐỐC' } as Agency
const post = (title: string): Post => ({
  id: 'p',
  person: 'person',
  name: 'Lương Quốc Bảo',
  title,
  unit: 'u',
  roles: ['leader'],
  certificate: null,
})
const delegation = (form: 'TL' | 'TUQ'): SigningDelegation => ({
  id: 'g1',
  form,
  giver: 'head',
  to: 'p',
  person: 'person',
  kinds: [],
  matters: '',
  writing: '15/QĐ-ST',
  from: '2026-11-01',
  until: null,
  givenBy: { person: 'h', post: 'head' },
  givenAt: '2026-11-01T01:00:00.000Z',
  endedAt: null,
})
const blockOf = (...given: Parameters<typeof signerFields>) => {
  const fields = signerFields(...given)
  return [signatureLines(fields), fields.delegation]
}

test('the head signs as such, a deputy KT., and neither by a record', () => {
  expect(blockOf(agency, post('Giám đốc'))).toEqual([['GIÁM ĐỐC'], null])
  expect(blockOf(agency, post('Phó Giám đốc'))).toEqual([['KT. GIÁM ĐỐC', 'Phó Giám đốc'], null])
})

test.each(['TL', 'TUQ'] as const)(
  'a delegate signs %s. before the title of the head, by the record',
  (form) => {
    const block = blockOf(agency, post('Trưởng phòng'), 'cong-van', delegation(form))
    expect(block).toEqual([[`${form}. GIÁM ĐỐC`, 'Trưởng phòng'], 'g1'])
  },
)

test('whoever signs for a collective signs TM., below what it is called', () => {
  const council = { id: 'c', name: 'Hội đồng Khoa học', abbreviation: 'HĐKH', title: 'Chủ tịch', signer: 'p' }
  const boxes = onBehalfOf({ id: 'a' }, council, post('Giám đốc'))
  expect(signatureLines(boxes)).toEqual(['TM. Hội đồng Khoa học', 'Chủ tịch'])
  expect(boxes).toMatchObject({ agency: 'Hội đồng Khoa học', symbol: 'NQ-HĐKH' })
  expect(boxes.onBehalf).toEqual({ agency: 'a', collective: 'c' })
})
