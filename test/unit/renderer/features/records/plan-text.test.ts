import { expect, it } from 'vitest'
import { planFrom, planText } from '../../../../../renderer/features/records/components/plan-text.ts'
import { planOf } from '../../../../builders/a-case-file.ts'

const post = {
  id: 'drafter',
  person: 'p',
  name: 'Lê Thử',
  title: '',
  unit: 'u',
  roles: [],
  certificate: null,
}

it('reads what it writes, and names the first line that it cannot read', () => {
  const headings = planOf()
  const text = planText(headings, () => 'Lê Thử')
  expect(text.split('\n')[2]).toBe('02.TCBC | Hồ sơ bổ nhiệm | VV | Lê Thử')
  expect(planFrom(text, [post])).toEqual({ headings })
  expect(planFrom(`${text}\n\n03.TCBC | Không ai lập | 5 | Người Lạ`, [post])).toEqual({ line: 5 })
  expect(planFrom('01.TCBC | Chưa có đề mục | 5 | Lê Thử', [post])).toEqual({ line: 1 })
  expect(planFrom('# Đề mục | A\n01.A | Không có thời hạn | | Lê Thử', [post])).toEqual({ line: 2 })
})
