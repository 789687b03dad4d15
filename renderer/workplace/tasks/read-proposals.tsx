import { useCallback, useMemo } from 'react'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { isOpen, type Task } from '#shared/domain/work/task.ts'
import { readDirective, type ReadTask } from '#shared/domain/work/read-directive.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { usePeople, useUnits } from '../../database/use-live.ts'
import { useFormats, useT } from '../../i18n/language-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useMe, usePostNames } from '../me.ts'
import { useToday } from '../today.ts'
import { useVerbs, verb } from '../use-verbs.ts'
import { partLook } from './task-words.ts'
import classes from './tasks.module.css'
import { useCalendar } from './use-calendar.ts'
import { useTaskActs } from './use-task-acts.ts'

interface ReadProposalsProps {
  readonly letter: Letter
  /** The own part in it. */
  readonly task: Task | undefined
  /** Opens a proposal for changes. */
  readonly onChange: (proposal: ReadTask) => void
}

const MOST = 9

/** Tasks read out of the directive for whoever leads: one key gives the task on, a click opens it for changes first. */
export function ReadProposals({ letter, task, onChange }: ReadProposalsProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const acts = useTaskActs()
  const proposals = useProposals(letter, task)
  const id = task?.id
  const give = useCallback(
    (proposal: ReadTask): void => {
      if (id === undefined) return
      void acts.passOn(id, { parts: proposal.parts, deadline: proposal.deadline, text: proposal.work })
    },
    [acts, id],
  )
  useVerbs(
    useMemo(
      () =>
        proposals.map((proposal, index) =>
          verb(`task.proposal${index + 1}`, 'tasks.verbs.confirm', () => give(proposal), {
            shortcut: `Digit${index + 1}`,
          }),
        ),
      [proposals, give],
    ),
  )
  if (proposals.length === 0) return null
  return (
    <section className={classes.box} aria-label={t('tasks.proposal.title')}>
      <h3 className={classes.title}>{t('tasks.proposal.title')}</h3>
      <ul className={classes.proposals}>
        {proposals.map((proposal, index) => (
          <li key={proposal.work} className={classes.proposal}>
            <span className={classes.work}>{proposal.work}</span>
            {proposal.parts.map((part) => (
              <Chip key={part.post} tone={partLook[part.role].tone} icon={partLook[part.role].icon}>
                {`${t(partLook[part.role].words)}: ${nameOf(part.post)}`}
              </Chip>
            ))}
            {proposal.deadline !== null && (
              <Chip tone="soon" icon="clock">
                {formats.date(proposal.deadline)}
              </Chip>
            )}
            <span className="spacer" />
            <Button size="small" variant="quiet" onClick={() => onChange(proposal)}>
              {t('common.edit')}
            </Button>
            <Button size="small" keyHint={String(index + 1)} onClick={() => give(proposal)}>
              {t('verbs.assign')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What can still be given on: proposals that name others, none of whom has a part already. */
function useProposals(letter: Letter, task: Task | undefined): readonly ReadTask[] {
  const me = useMe()
  const people = usePeople()
  const units = useUnits()
  const today = useToday()
  const calendar = useCalendar()
  const text = task?.text ?? ''
  const own = task?.deadline ?? null
  const isLeading = task !== undefined && isOpen(task) && task.role === 'lead' && task.passedOn.length === 0
  return useMemo(() => {
    if (!isLeading || people === undefined || me === undefined || letter.directive === null) return []
    const named = new Set([me.id, ...letter.directive.cooperating, ...letter.directive.inform])
    const isAbove = me.roles.includes('unit-head') || me.roles.includes('leader')
    const candidates = people.filter(
      (post) => !post.roles.includes('leader') && (isAbove || !post.roles.includes('unit-head')),
    )
    return readDirective(text, { people: candidates, units: units ?? [], today, calendar })
      .map((one) => ({
        ...one,
        parts: one.parts.filter((part) => !named.has(part.post)),
        deadline: earlier(one.deadline, own),
      }))
      .filter((one) => one.parts.some((part) => part.role === 'lead'))
      .slice(0, MOST)
  }, [isLeading, text, own, people, units, me, today, calendar, letter])
}

const earlier = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null || (other !== null && other < one) ? other : one
