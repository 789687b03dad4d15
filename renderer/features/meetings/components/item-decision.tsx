import { isDecided } from '#shared/domain/meetings/conclude/decided.ts'
import type { ItemState } from '#shared/domain/meetings/meeting.ts'
import { useDocument } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import type { ItemDecisions } from '../hooks/use-item-decisions.ts'
import { useDecisionState } from '../hooks/use-paper-states.ts'
import classes from './concluding.module.css'

interface ItemDecisionProps {
  readonly item: ItemState
  readonly decisions: ItemDecisions
}

/** The decision or resolution that came of an item and how far it is; where there is none, the way to draft it. */
export function ItemDecision({ item, decisions: { next, mayDraft, onDraft, onOpen } }: ItemDecisionProps) {
  const t = useT()
  const state = useDecisionState(item)
  const document = useDocument(item.decision?.document ?? '')?.state
  const keyHint = item.id === next ? 'Q' : undefined
  if (state === undefined)
    return mayDraft && isDecided(item) ? (
      <Button size="small" icon="pencil" keyHint={keyHint} onClick={() => onDraft(item)}>
        {t('concluding.verbs.draftDecision')}
      </Button>
    ) : null
  return (
    <span className={classes.decision}>
      <Chip tone={state.tone} icon={state.icon}>
        {state.words}
      </Chip>
      {document !== undefined && (
        <Button
          size="small"
          variant="quiet"
          icon="file-text"
          keyHint={keyHint}
          onClick={() => onOpen(document.id)}
        >
          {t('concluding.verbs.openDecision')}
        </Button>
      )}
    </span>
  )
}
