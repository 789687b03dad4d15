import { useMemo, useState } from 'react'
import type { Directive, Letter } from '#shared/domain/correspondence/letter.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import { addWorkingDays } from '#shared/domain/work/deadline.ts'
import { usePeople, useUnits } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useMe } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Chip } from '../../../ui/chip.tsx'
import classes from './letter.module.css'

interface DirectiveBoxProps {
  readonly letter: Letter
  readonly onDirect: (directive: Directive) => void
}

const USUAL_DAYS = 5
const MOST_USUAL = 9

/** Directive of the leader (bút phê): `1`–`9` fill text, lead and deadline; everything can be changed before `Enter`. */
export function DirectiveBox({ letter, onDirect }: DirectiveBoxProps) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const me = useMe()
  const people = usePeople()
  const units = useUnits()
  const [directive, setDirective] = useState<Directive>({
    text: '',
    lead: '',
    cooperating: [],
    deadline: null,
  })

  const usual = useMemo(() => {
    const deadline =
      letter.content.dueDate !== null && letter.content.dueDate >= today
        ? letter.content.dueDate
        : addWorkingDays(today, USUAL_DAYS)
    const leads = (people ?? []).filter((post) => post.id !== me?.id && mayLead(post)).slice(0, MOST_USUAL)
    return leads.map((post): { names: { name: string; title: string }; directive: Directive } => ({
      names: { name: post.name, title: post.title },
      directive: {
        text: t('incoming.directive.usualText', {
          name: post.name,
          unit: units?.find((unit) => unit.id === post.unit)?.name ?? '',
          date: formats.date(deadline),
        }),
        lead: post.id,
        cooperating: [],
        deadline,
      },
    }))
  }, [people, units, me, letter.content.dueDate, today, t, formats])

  useVerbs(
    useMemo(
      () => [
        ...usual.map((one, index) =>
          verb(
            `directive.usual${index + 1}`,
            'incoming.directive.usualLabel',
            () => setDirective(one.directive),
            { shortcut: `Digit${index + 1}`, values: one.names },
          ),
        ),
        verb('directive.give', 'verbs.direct', () => onDirect(directive), {
          icon: 'writing-sign',
          shortcut: 'Enter',
          rule: directive.lead === '' ? 'lead-missing' : undefined,
        }),
      ],
      [usual, directive, onDirect],
    ),
  )

  const lead = people?.find((post) => post.id === directive.lead)
  return (
    <section className={classes.directive} aria-label={t('incoming.directive.title')}>
      <div className={classes.usual}>
        {usual.map((one, index) => (
          <Button
            key={one.directive.lead}
            size="small"
            keyHint={String(index + 1)}
            onClick={() => setDirective(one.directive)}
          >
            {t('incoming.directive.usualLabel', one.names)}
          </Button>
        ))}
      </div>
      <textarea
        className={classes.field}
        aria-label={t('incoming.directive.label')}
        value={directive.text}
        onChange={(event) => setDirective({ ...directive, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.code === 'Enter' && event.ctrlKey && directive.lead !== '') onDirect(directive)
        }}
      />
      <div className={classes.chosen}>
        <Chip tone={lead === undefined ? 'done' : 'info'} icon="user-check">
          {lead === undefined
            ? t('incoming.directive.noLead')
            : t('incoming.directive.lead', { name: lead.name })}
        </Chip>
        <DateField
          label={t('incoming.directive.deadlineLabel')}
          value={directive.deadline}
          min={today}
          onChange={(deadline) => setDirective({ ...directive, deadline })}
        />
        <span className="spacer" />
        <Button
          variant="primary"
          icon="writing-sign"
          keyHint="Enter"
          disabled={directive.lead === ''}
          onClick={() => onDirect(directive)}
        >
          {t('verbs.direct')}
        </Button>
      </div>
    </section>
  )
}

const mayLead = (post: Post): boolean => post.roles.includes('drafter') || post.roles.includes('unit-head')
