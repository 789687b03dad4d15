import { useState } from 'react'
import { weekChanges, type WeekChange } from '#shared/domain/schedule/week-changes.ts'
import { linesOfDraft } from '#shared/domain/schedule/week-draft.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import type { WeekView } from '../hooks/use-week-view.ts'
import { nameOfLine, partsOfChange } from './change-words.ts'
import classes from './week-grid.module.css'

/** Versions that are offered for comparing; older ones are kept in the log. */
const SHOWN_VERSIONS = 5

interface ChangesSheetProps {
  readonly view: WeekView
  readonly hasDraft: boolean
  readonly onClose: () => void
}

/** What a version, or the draft, has that the one before it has not, in words. */
export function ChangesSheet({ view, hasDraft, onClose }: ChangesSheetProps) {
  const t = useT()
  const steps = stepsOf(view, hasDraft)
  const [chosen, setChosen] = useState(() => steps.at(-1)?.id ?? '')
  const step = steps.find(({ id }) => id === chosen)
  const label = (id: string): string =>
    id === 'draft' ? t('schedule.boxes.draft') : t('schedule.version', { version: Number(id) })
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={640}
      title={t('schedule.verbs.compare')}
      onClose={onClose}
      footer={
        <Button variant="quiet" onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <ChoiceBar
        label={t('schedule.change.which')}
        choices={steps.map(({ id }) => ({ value: id, label: label(id) }))}
        value={chosen}
        onChange={setChosen}
      />
      {step === undefined || step.changes.length === 0 ? (
        <p>{t('schedule.change.none')}</p>
      ) : (
        <ul data-autofocus className={classes.changes} tabIndex={0} aria-label={label(step.id)}>
          {step.changes.map((change) => (
            <Change key={(change.kind === 'changed' ? change.after : change.line).id} change={change} />
          ))}
        </ul>
      )}
    </SheetDialog>
  )
}

const looks = {
  added: { tone: 'ok', icon: 'plus' },
  changed: { tone: 'soon', icon: 'pencil' },
  removed: { tone: 'over', icon: 'minus' },
} as const

function Change({ change }: { readonly change: WeekChange }) {
  const t = useT()
  const nameOf = usePostNames()
  const { tone, icon } = looks[change.kind]
  const line = change.kind === 'changed' ? change.after : change.line
  return (
    <li className={classes.change}>
      <Chip tone={tone} icon={icon}>
        {t(`schedule.change.kinds.${change.kind}`)}
      </Chip>{' '}
      {nameOfLine(t, line)}
      <ul>
        {partsOfChange(t, change, nameOf).map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </li>
  )
}

interface Step {
  readonly id: string
  readonly changes: readonly WeekChange[]
}

function stepsOf({ week, draft }: WeekView, hasDraft: boolean): readonly Step[] {
  const versions = week?.versions ?? []
  const published = versions.map((version, index) => ({
    id: String(version.number),
    changes: weekChanges(versions[index - 1]?.lines ?? [], version.lines),
  }))
  const drafted =
    hasDraft && draft !== null
      ? [{ id: 'draft', changes: weekChanges(versions.at(-1)?.lines ?? [], linesOfDraft(draft)) }]
      : []
  return [...published, ...drafted].slice(-SHOWN_VERSIONS)
}
