import { useCallback, useMemo, useState } from 'react'
import type { Directive, Letter } from '#shared/domain/correspondence/letter.ts'
import { usePeople, useSyncState } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DirectiveBox } from '../../../ui/directive-box.tsx'
import { useMe } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { useUsualDirectives } from '../hooks/use-usual-directives.ts'
import classes from './letter.module.css'

interface DirectiveFormProps {
  readonly letter: Letter
  readonly onDirect: (directive: Directive) => void
}

const BLANK: Directive = { text: '', lead: null, cooperating: [], inform: [], deadline: null }

/** Directive of the leader (bút phê): `1`–`9` fill text, lead and deadline, `Enter` gives it; everything can be changed before. */
export function DirectiveForm({ letter, onDirect }: DirectiveFormProps) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const me = useMe()
  const people = usePeople() ?? []
  const sync = useSyncState()
  const usual = useUsualDirectives(letter, today)
  const [directive, setDirective] = useState(BLANK)
  const give = useCallback(() => onDirect(directive), [onDirect, directive])

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
        verb('directive.give', 'verbs.direct', give, {
          icon: 'writing-sign',
          shortcut: 'Enter',
          rule: directive.lead === null ? 'lead-missing' : undefined,
        }),
      ],
      [usual, directive.lead, give],
    ),
  )
  const leads = people.filter((post) => post.id !== me?.id)
  return (
    <DirectiveBox
      usual={usual.map((one) => ({
        id: one.directive.lead ?? '',
        text: t('incoming.directive.usualLabel', one.names),
        detail: one.directive.deadline === null ? undefined : formats.dayMonth(one.directive.deadline),
      }))}
      chosenId={directive.lead ?? ''}
      onUsual={(id) => setDirective(usual.find((one) => one.directive.lead === id)?.directive ?? directive)}
      text={directive.text}
      onText={(text) => setDirective({ ...directive, text })}
      readOut={
        directive.cooperating.length > 0 && (
          <Chip tone="shared" icon="users">
            {t('incoming.directive.support', {
              names: people
                .filter((post) => directive.cooperating.includes(post.id))
                .map((post) => post.name)
                .join(', '),
            })}
          </Chip>
        )
      }
      isOffline={sync?.offlineSince != null}
      reason={directive.lead === null ? t('incoming.directive.noLead') : undefined}
      keys="Enter"
      onDirect={give}
    >
      <label className={classes.lead}>
        {t('incoming.directive.leadLabel')}
        <select
          className={classes.input}
          value={directive.lead ?? ''}
          onChange={(event) => setDirective({ ...directive, lead: event.currentTarget.value || null })}
        >
          <option value="">{t('incoming.directive.noLead')}</option>
          {leads.map((post) => (
            <option key={post.id} value={post.id}>
              {t('incoming.directive.usualLabel', { name: post.name, title: post.title })}
            </option>
          ))}
        </select>
      </label>
      <DateField
        label={t('incoming.directive.deadlineLabel')}
        value={directive.deadline}
        min={today}
        onChange={(deadline) => setDirective({ ...directive, deadline })}
      />
    </DirectiveBox>
  )
}
