import type { Tone } from './chip.tsx'
import type { IconName } from './icons.ts'
import type { Verdict } from './verdict.types.ts'

/** One picture per verdict; the filled shield stands for `valid` alone. */
export const verdictLooks: Record<Verdict, { readonly icon: IconName; readonly tone: Tone }> = {
  valid: { icon: 'shield-check-filled', tone: 'ok' },
  warning: { icon: 'shield-exclamation', tone: 'soon' },
  invalid: { icon: 'shield-x', tone: 'over' },
  unknown: { icon: 'shield-question', tone: 'done' },
  paper: { icon: 'scan', tone: 'done' },
  unsigned: { icon: 'file-text', tone: 'done' },
}
