import { useRef } from 'react'
import type { Directive } from '#shared/domain/correspondence/letter.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { DeadlineInput } from '../../../workplace/tasks/deadline-input.tsx'
import { PartPicker, type PartsChange } from './part-picker.tsx'
import classes from './letter.module.css'

interface DirectivePartsProps {
  readonly directive: Directive
  readonly onChange: (change: (now: Directive) => Directive) => void
  readonly onDone: () => void
}

/** Pickers for who leads, cooperates and is told, and the day in a few letters. */
export function DirectiveParts({ directive, onChange, onDone }: DirectivePartsProps) {
  const t = useT()
  const deadline = useRef<HTMLInputElement>(null)
  const change = (of: (now: Directive) => PartsChange): void => {
    onChange((now) => ({ ...now, ...of(now) }))
    if (of(directive).lead != null) deadline.current?.focus()
  }
  return (
    <div
      className={classes.parts}
      onKeyDown={(event) => {
        if (event.code === 'Escape') onDone()
      }}
    >
      <PartPicker part="lead" parts={directive} onChange={change} isAutoFocused />
      <DeadlineInput
        label={t('incoming.directive.deadlineLabel')}
        otherwise={directive.deadline}
        onDate={(date) => onChange((now) => ({ ...now, deadline: date }))}
        onSubmit={onDone}
        ref={deadline}
      />
      <PartPicker part="support" parts={directive} onChange={change} />
      <PartPicker part="inform" parts={directive} onChange={change} />
    </div>
  )
}
