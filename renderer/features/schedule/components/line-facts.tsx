import { treatments, type Treatment } from '#shared/domain/schedule/drawn-meeting.ts'
import { printedHours } from '#shared/domain/schedule/week-form.ts'
import type { WeekLine } from '#shared/domain/schedule/week-line.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { FactList } from '../../../ui/panel.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { nameOfLine } from './change-words.ts'
import classes from './week-grid.module.css'

interface LineFactsProps {
  readonly line: WeekLine
  /** How its meeting stands in the draft, and how that is changed; absent where nothing may be changed. */
  readonly treatment?: { readonly now: Treatment; readonly onChange: (next: Treatment) => void } | undefined
  readonly onClose: () => void
}

/** All that a line says; of a meeting that was drawn in the office chooses how much is told. */
export function LineFacts({ line, treatment, onClose }: LineFactsProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const words: readonly (readonly [string, string])[] = line.busy
    ? []
    : (['place', 'chair', 'attendees', 'preparer', 'transport'] as const).map(
        (name) => [t(`schedule.fields.${name}`), line[name]] as const,
      )
  const facts = [
    [
      t('schedule.fields.hours'),
      `${formats.fullDate(line.day)} · ${printedHours(line) || t(`schedule.halves.${line.half}`)}`,
    ],
    [t('schedule.fields.leaders'), line.leaders.map(nameOf).join(', ')],
    ...words,
  ] as const
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={560}
      title={nameOfLine(t, line)}
      onClose={onClose}
      footer={
        <Button variant="quiet" onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <div className={classes.form}>
        <FactList facts={facts.filter(([, fact]) => fact !== '').map(([name, fact]) => [name, fact])} />
        {treatment !== undefined && (
          <ChoiceBar
            label={t('schedule.treatment.label')}
            choices={treatments.map((value) => ({ value, label: t(`schedule.treatment.${value}`) }))}
            value={treatment.now}
            onChange={treatment.onChange}
          />
        )}
      </div>
    </SheetDialog>
  )
}
