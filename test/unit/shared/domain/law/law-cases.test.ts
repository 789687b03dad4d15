import { describe, expect, it } from 'vitest'
import { amendments } from './cases/amendments.ts'
import { concluding } from './cases/concluding.ts'
import { ballots } from './cases/ballots.ts'
import { configuration } from './cases/configuration.ts'
import { drafting, signing } from './cases/drafting.ts'
import { formChecking } from './cases/form-checking.ts'
import { incoming } from './cases/incoming.ts'
import { limits } from './cases/limits.ts'
import { numbers } from './cases/numbers.ts'
import { meetingSeries } from './cases/meeting-series.ts'
import { meetings } from './cases/meetings.ts'
import { exchange } from './cases/exchange.ts'
import { resolutions } from './cases/resolutions.ts'
import { rooms } from './cases/rooms.ts'
import { records } from './cases/records.ts'
import { LawOffice, ruleOf } from './cases/office.ts'
import { secrets } from './cases/secrets.ts'
import { work } from './cases/work.ts'
import { rules, type RuleId } from '../../../../../shared/domain/law/rules.ts'

const areas = {
  drafting,
  signing,
  formChecking,
  numbers,
  incoming,
  work,
  limits,
  secrets,
  exchange,
  records,
  amendments,
  configuration,
  meetings,
  meetingSeries,
  concluding,
  ballots,
  resolutions,
  rooms,
}
const all = Object.values(areas).flat()

describe.each(Object.entries(areas))('%s', (_, cases) => {
  it.each(cases)('$rule refuses what it forbids', async ({ rule, refused }) => {
    expect(ruleOf(await refused(new LawOffice()))).toBe(rule)
  })
  it.each(cases)('$rule lets the nearest lawful act pass', async ({ lawful }) => {
    expect(ruleOf(await lawful(new LawOffice()))).toBeNull()
  })
})

describe('the law', () => {
  it('has a passing and a failing act for every rule with a source', () => {
    const tested = new Set<string>(all.map((one) => one.rule))
    const without = (Object.keys(rules) as RuleId[]).filter(
      (id) => rules[id].source !== '' && !tested.has(id),
    )
    expect(without, 'add a case for each to test/unit/shared/domain/law/cases (docs/law.md)').toEqual([])
  })

  it('knows at least sixty rules of law', () => {
    expect(Object.values(rules).filter((rule) => rule.source !== '').length).toBeGreaterThanOrEqual(60)
  })
})
