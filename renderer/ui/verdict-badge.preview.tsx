import type { Preview } from './preview.ts'
import { VerdictBadge, VerdictIcon } from './verdict-badge.tsx'

const verdicts = ['valid', 'warning', 'invalid', 'unknown', 'paper'] as const

export const previews: readonly Preview[] = verdicts.map((verdict) => ({
  name: verdict,
  render: () => (
    <>
      <VerdictBadge verdict={verdict} signatures={2} /> <VerdictIcon verdict={verdict} />
    </>
  ),
}))
