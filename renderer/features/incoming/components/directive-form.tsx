import { useCallback, useMemo, useState } from 'react'
import type { Directive, Letter } from '#shared/domain/correspondence/letter.ts'
import type { RuleId } from '#shared/domain/law/rules.ts'
import { readDirective } from '#shared/domain/work/read-directive.ts'
import { usePeople, useSyncState, useUnits } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { DirectiveBox } from '../../../ui/directive-box.tsx'
import { useMe, usePostNames } from '../../../workplace/me.ts'
import { ruleNotice } from '../../../workplace/refusal-notice.tsx'
import { useToday } from '../../../workplace/today.ts'
import { partLook } from '../../../workplace/tasks/task-words.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { useUsualDirectives } from '../hooks/use-usual-directives.ts'
import { DirectiveParts } from './directive-parts.tsx'
import { UsualDirectivesSheet } from './usual-directives-sheet.tsx'

interface DirectiveFormProps {
  readonly letter: Letter
  readonly onDirect: (directive: Directive) => void
}

const BLANK: Directive = { text: '', lead: null, cooperating: [], inform: [], deadline: null }

/** Directive of the leader (bút phê): `1`–`9` fill it, or its text is read as it is written; `Enter` gives it; everything can be changed before. */
export function DirectiveForm({ letter, onDirect }: DirectiveFormProps) {
  const t = useT()
  const sync = useSyncState()
  const usual = useUsualDirectives(letter)
  const read = useReading()
  const [directive, setDirective] = useState(BLANK)
  const [isChanging, setChanging] = useState(false)
  const [isEditing, setEditing] = useState(false)
  const missing = missingIn(directive)
  const isReady = missing === undefined
  const give = useCallback(() => onDirect(directive), [onDirect, directive])
  const change = useCallback(() => setChanging(true), [])
  const chosen = usual.findIndex((one) => one.directive.text === directive.text)

  useVerbs(
    useMemo(
      () => [
        ...usual.map((one, index) =>
          verb(
            `directive.usual${index + 1}`,
            'incoming.directive.usualKey',
            () => setDirective(one.directive),
            {
              shortcut: `Digit${index + 1}`,
              values: { text: one.label },
            },
          ),
        ),
        verb('directive.give', 'verbs.direct', give, {
          icon: 'writing-sign',
          shortcut: 'Enter',
          rule: missing,
        }),
        verb('directive.change', 'incoming.directive.change', change, { icon: 'users', shortcut: 'KeyA' }),
      ],
      [usual, missing, give, change],
    ),
  )
  return (
    <>
      <DirectiveBox
        usual={usual.map((one, index) => ({
          id: String(index),
          text: one.label,
        }))}
        chosenId={chosen < 0 ? undefined : String(chosen)}
        onUsual={(id) => setDirective(usual[Number(id)]?.directive ?? directive)}
        onEdit={() => setEditing(true)}
        text={directive.text}
        onText={(text) => setDirective(read(text, directive))}
        readOut={
          <>
            <ReadOut directive={directive} />
            <Button size="small" variant="quiet" keyHint="A" onClick={change}>
              {t('incoming.directive.change')}
            </Button>
          </>
        }
        isOffline={sync?.offlineSince != null}
        reason={
          missing === undefined
            ? undefined
            : missing === 'lead-missing'
              ? t('incoming.directive.noLead')
              : ruleNotice(t, missing).words
        }
        keys="Enter"
        onDirect={give}
      >
        {isChanging && (
          <DirectiveParts directive={directive} onChange={setDirective} onDone={() => setChanging(false)} />
        )}
      </DirectiveBox>
      <UsualDirectivesSheet
        isOpen={isEditing}
        current={isReady ? directive : undefined}
        onClose={() => setEditing(false)}
      />
    </>
  )
}

/** Who leads, or who is told; with several at work, by when (Decree 30 Art 23.2). */
function missingIn({ lead, cooperating, inform, deadline }: Directive): RuleId | undefined {
  if (lead === null) return inform.length > 0 && cooperating.length === 0 ? undefined : 'lead-missing'
  return cooperating.length > 0 && deadline === null ? 'deadline-missing' : undefined
}

/** Who leads, who cooperates, who is told, by when. */
function ReadOut({ directive }: { readonly directive: Directive }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const names = (posts: readonly string[]): string => posts.map(nameOf).join(', ')
  const { lead, cooperating, inform, deadline } = directive
  return (
    <>
      {lead !== null && (
        <Chip tone={partLook.lead.tone} icon={partLook.lead.icon}>
          {t('incoming.directive.lead', { name: nameOf(lead) })}
        </Chip>
      )}
      {cooperating.length > 0 && (
        <Chip tone={partLook.cooperating.tone} icon={partLook.cooperating.icon}>
          {t('incoming.directive.support', { names: names(cooperating) })}
        </Chip>
      )}
      {inform.length > 0 && (
        <Chip tone={partLook.inform.tone} icon={partLook.inform.icon}>
          {t('incoming.directive.inform', { names: names(inform) })}
        </Chip>
      )}
      {deadline !== null && (
        <Chip tone="soon" icon="clock">
          {t('incoming.directive.deadline', { date: formats.date(deadline) })}
        </Chip>
      )}
    </>
  )
}

/** Reads people and day out of the text while it is written; what the text does not name stays as chosen. */
function useReading(): (text: string, before: Directive) => Directive {
  const me = useMe()
  const people = usePeople()
  const units = useUnits()
  const today = useToday()
  const calendar = useCalendar()
  return useCallback(
    (text, before) => {
      const others = (people ?? []).filter((post) => post.id !== me?.id)
      const tasks = readDirective(text, { people: others, units: units ?? [], today, calendar })
      const parts = tasks.flatMap((task) => task.parts)
      const deadline = tasks.map((task) => task.deadline).find((date) => date !== null) ?? before.deadline
      if (parts.length === 0) return { ...before, text, deadline }
      const lead = parts.find((part) => part.role === 'lead')?.post ?? null
      const of = (roles: readonly string[]): string[] => [
        ...new Set(
          parts.filter((part) => roles.includes(part.role) && part.post !== lead).map((part) => part.post),
        ),
      ]
      const cooperating = of(['lead', 'cooperating'])
      const inform = of(['inform']).filter((post) => !cooperating.includes(post))
      return lead === null && cooperating.length > 0
        ? { text, lead: cooperating[0] ?? null, cooperating: cooperating.slice(1), inform, deadline }
        : { text, lead, cooperating, inform, deadline }
    },
    [me, people, units, today, calendar],
  )
}
