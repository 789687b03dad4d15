import type { Collective } from '#shared/domain/directory/directory.ts'
import type { Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { DecideSheet } from '../../../workplace/deciding/decide-sheet.tsx'
import { ReasonSheet } from '../../../workplace/reason-sheet.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import type { BallotAsking } from '../hooks/use-ballot-verbs.ts'
import { BallotSheet } from './ballot-sheet.tsx'

interface BallotSheetsProps {
  readonly ballot: Ballot
  readonly asking: BallotAsking | null
  /** Drafts the decision, of the agency or of a collective. */
  readonly onDecide: (collective: Collective | undefined) => void
  readonly onClose: () => void
}

/** What needs words first: a change, why it is withdrawn, why one does not agree. */
export function BallotSheets({ ballot, asking, onDecide, onClose }: BallotSheetsProps) {
  const t = useT()
  const act = useAct()
  const answer = useAnswer(ballot)
  const ref = { kind: 'ballot', id: ballot.id } as const
  if (asking === null) return null
  if (asking === 'decide') return <DecideSheet onClose={onClose} onDecide={onDecide} />
  if (asking === 'change')
    return (
      <BallotSheet
        title={t('ballots.verbs.change')}
        ballot={ballot}
        onClose={onClose}
        onDone={(details) => {
          void act(ref, 'ballot.change', details).then((done) => done !== undefined && onClose())
        }}
      />
    )
  return (
    <ReasonSheet
      title={t(`ballots.asking.${asking}.title`)}
      label={t(`ballots.asking.${asking}.label`)}
      confirm={t(`ballots.asking.${asking}.confirm`)}
      onClose={onClose}
      onConfirm={(words) => {
        onClose()
        if (asking === 'withdraw') void act(ref, 'ballot.withdraw', { reason: words })
        else answer(asking, words)
      }}
    />
  )
}
