import { DeadlineChip } from './deadline-chip.tsx'
import type { DeadlineView } from './deadline.types.ts'
import type { Preview } from './preview.ts'
import { UrgencyStamp } from './urgency-stamp.tsx'

const all: readonly DeadlineView[] = [
  { kind: 'inTime', days: 9 },
  { kind: 'due', days: 2 },
  { kind: 'today', time: '17:00' },
  { kind: 'today' },
  { kind: 'overdue', days: 1 },
  { kind: 'overdue', days: 0 },
  { kind: 'shared', days: 7 },
  { kind: 'shared', days: -2 },
  { kind: 'flash', time: '10:00' },
  { kind: 'done', date: '14/11' },
]

export const previews: readonly Preview[] = [
  ...all.map((deadline) => ({
    name: JSON.stringify(deadline),
    render: () => <DeadlineChip deadline={deadline} />,
  })),
  {
    name: 'stamps',
    render: () => (
      <>
        <UrgencyStamp urgency="urgent" /> <UrgencyStamp urgency="veryUrgent" />{' '}
        <UrgencyStamp urgency="flash" />
      </>
    ),
  },
]
