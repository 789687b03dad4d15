import { useT } from '../../../../i18n/language-provider.tsx'
import { Chip, type Tone } from '../../../../ui/chip.tsx'
import type { IconName } from '../../../../ui/icons.ts'

const looks = {
  ACCEPTED: { tone: 'ok', icon: 'check' },
  DECLINED: { tone: 'over', icon: 'x' },
  TENTATIVE: { tone: 'soon', icon: 'hourglass' },
  DELEGATED: { tone: 'shared', icon: 'user-share' },
  'NEEDS-ACTION': { tone: 'done', icon: 'clock' },
} as const satisfies Readonly<Record<string, { readonly tone: Tone; readonly icon: IconName }>>
const isKnown = (partstat: string): partstat is keyof typeof looks => Object.hasOwn(looks, partstat)

/** What a guest answered, in a word; an answer of other software that has none here is no answer yet. */
export function GuestChip({ partstat }: { readonly partstat: string }) {
  const t = useT()
  const known = isKnown(partstat) ? partstat : 'NEEDS-ACTION'
  return <Chip {...looks[known]}>{t(`schedule.mine.guests.answers.${known}`)}</Chip>
}
