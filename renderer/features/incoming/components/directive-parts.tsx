import { useRef } from 'react'
import type { Directive } from '#shared/domain/correspondence/letter.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { PersonPicker } from '../../../ui/person-picker.tsx'
import { DeadlineInput } from '../../../workplace/tasks/deadline-input.tsx'
import { postOf, usePeopleOptions } from '../../../workplace/tasks/people-options.ts'
import classes from './letter.module.css'

interface DirectivePartsProps {
  readonly directive: Directive
  readonly onChange: (directive: Directive) => void
  readonly onDone: () => void
}

/** Pickers for who leads, cooperates and is told, and the day in a few letters. */
export function DirectiveParts({ directive, onChange, onDone }: DirectivePartsProps) {
  const t = useT()
  const options = usePeopleOptions()
  const deadline = useRef<HTMLInputElement>(null)
  const taken = [directive.lead ?? '', ...directive.cooperating, ...directive.inform]
  const free = (own: readonly string[]) =>
    options.filter((one) => own.includes(one.id) || !taken.includes(postOf(one.id)))
  const posts = (ids: readonly string[]): string[] => [...new Set(ids.map(postOf))]
  const lead = directive.lead === null ? [] : [directive.lead]
  return (
    <div
      className={classes.parts}
      onKeyDown={(event) => {
        if (event.code === 'Escape') onDone()
      }}
    >
      <FieldRow label={t('states.part.lead')}>
        {(field) => (
          <PersonPicker
            label={t('states.part.lead')}
            field={field}
            options={free(lead)}
            value={lead}
            isAutoFocused
            onChange={(ids) => {
              onChange({ ...directive, lead: posts(ids)[0] ?? null })
              if (ids.length > 0) setTimeout(() => deadline.current?.focus())
            }}
          />
        )}
      </FieldRow>
      <DeadlineInput
        label={t('incoming.directive.deadlineLabel')}
        otherwise={directive.deadline}
        onDate={(date) => onChange({ ...directive, deadline: date })}
        onSubmit={onDone}
        ref={deadline}
      />
      <FieldRow label={t('states.part.support')}>
        {(field) => (
          <PersonPicker
            label={t('states.part.support')}
            field={field}
            options={free(directive.cooperating)}
            value={directive.cooperating}
            isMany
            onChange={(ids) => onChange({ ...directive, cooperating: posts(ids) })}
          />
        )}
      </FieldRow>
      <FieldRow label={t('states.part.inform')}>
        {(field) => (
          <PersonPicker
            label={t('states.part.inform')}
            field={field}
            options={free(directive.inform)}
            value={directive.inform}
            isMany
            onChange={(ids) => onChange({ ...directive, inform: posts(ids) })}
          />
        )}
      </FieldRow>
    </div>
  )
}
