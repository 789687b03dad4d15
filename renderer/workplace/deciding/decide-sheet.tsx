import { useState } from 'react'
import type { Collective } from '#shared/domain/directory/directory.ts'
import { useAgency } from '../../database/use-live.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { ChoiceBar } from '../../ui/choice-bar.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'

interface DecideSheetProps {
  /** What was agreed to, where it has to be told apart; absent: it stands beside. */
  readonly about?: string
  readonly onClose: () => void
  readonly onDecide: (collective: Collective | undefined) => void
}

const AGENCY = 'agency'

/** Who decides what was agreed to: the agency by a decision, or one of its collectives by a resolution. */
export function DecideSheet({ about, onClose, onDecide }: DecideSheetProps) {
  const t = useT()
  const agency = useAgency()?.state
  const collectives = agency?.collectives ?? []
  const [by, setBy] = useState(AGENCY)
  const choices = [
    { value: AGENCY, label: t('drafting.decide.decision', { name: agency?.letterhead ?? '' }) },
    ...collectives.map(({ id, name }) => ({ value: id, label: t('drafting.decide.resolution', { name }) })),
  ]
  return (
    <FormSheet
      title={t('drafting.decide.title')}
      description={about}
      confirm={t('drafting.decide.confirm')}
      onClose={onClose}
      onConfirm={() => onDecide(collectives.find(({ id }) => id === by))}
    >
      <ChoiceBar isStacked label={t('drafting.decide.title')} choices={choices} value={by} onChange={setBy} />
    </FormSheet>
  )
}
