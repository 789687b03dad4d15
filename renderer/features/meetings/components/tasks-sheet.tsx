import { useMemo, useState } from 'react'
import type { GivenWork } from '#shared/domain/meetings/conclude/state.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { usePeople, useUnits } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import type { PickerOption } from '../../../ui/picker-search.ts'
import { TextArea } from '../../../ui/text-field.tsx'
import { DeadlineInput } from '../../../workplace/tasks/deadline-input.tsx'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useToday } from '../../../workplace/today.ts'
import { worksOfMeeting, type ProposedWork } from '../use-cases/works-of-meeting.ts'
import classes from './concluding.module.css'

interface TasksSheetProps {
  readonly meeting: Meeting
  readonly onClose: () => void
  readonly onGive: (works: readonly GivenWork[]) => void
}

/** One line of the sheet, as it is changed. */
interface Line {
  readonly item: string
  readonly title: string
  readonly text: string
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly deadline: LocalDate | null
}

/** Every conclusion with who does it and by when, as the text says it; one Ctrl Enter gives all that somebody leads. */
export function TasksSheet(props: TasksSheetProps) {
  const people = usePeople()
  const units = useUnits()
  const today = useToday()
  const calendar = useCalendar()
  if (people === undefined || units === undefined) return null
  const works = worksOfMeeting(props.meeting, { people, units, today, calendar })
  const options = people
    .filter(({ id, roles }) => id !== props.meeting.chair && !roles.includes('administrator'))
    .map(({ id, name, title }) => ({ id, name, detail: title }))
  return <Filled {...props} works={works} options={options} />
}

interface FilledProps extends TasksSheetProps {
  readonly works: readonly ProposedWork[]
  readonly options: readonly PickerOption[]
}

function Filled({ works, options, onClose, onGive }: FilledProps) {
  const t = useT()
  const [lines, setLines] = useState<readonly Line[]>(() => works.map(lineOf))
  const given = useMemo(() => lines.flatMap((line) => workOf(line) ?? []), [lines])
  const change = (index: number, part: Partial<Line>): void =>
    setLines((now) => now.map((line, at) => (at === index ? { ...line, ...part } : line)))
  const done = (): void => {
    if (given.length > 0) onGive(given)
  }
  return (
    <FormSheet
      width={760}
      title={t('concluding.tasks.sheet')}
      description={t(lines.length === 0 ? 'concluding.tasks.nothing' : 'concluding.tasks.explain')}
      confirm={t('concluding.tasks.give', { count: given.length })}
      isReady={given.length > 0}
      onClose={onClose}
      onConfirm={done}
    >
      <ol className={classes.works}>
        {lines.map((line, index) => (
          <li key={index} className={classes.work}>
            <WorkFields
              line={line}
              options={options}
              onChange={(part) => change(index, part)}
              onSubmit={done}
            />
          </li>
        ))}
      </ol>
    </FormSheet>
  )
}

interface WorkFieldsProps {
  readonly line: Line
  readonly options: readonly PickerOption[]
  readonly onChange: (part: Partial<Line>) => void
  readonly onSubmit: () => void
}

function WorkFields({ line, options, onChange, onSubmit }: WorkFieldsProps) {
  const t = useT()
  const [proposed] = useState(line.deadline)
  const { lead, support } = line
  const without = (taken: readonly string[]) => options.filter(({ id }) => !taken.includes(id))
  return (
    <>
      <h3 className={classes.workTitle}>{line.title}</h3>
      <TextArea
        aria-label={t('concluding.tasks.work')}
        rows={2}
        maxLength={4000}
        value={line.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <div className={classes.owner}>
        <PeopleRow
          label={t('states.part.lead')}
          options={without(support)}
          value={lead}
          onChange={(ids) => onChange({ lead: ids })}
        />
        <PeopleRow
          label={t('states.part.support')}
          isOptional
          options={without(lead)}
          value={support}
          onChange={(ids) => onChange({ support: ids })}
          isMany
        />
        <DeadlineInput
          label={t('common.fields.deadline')}
          otherwise={proposed}
          onDate={(deadline) => onChange({ deadline })}
          onSubmit={onSubmit}
        />
      </div>
    </>
  )
}

function lineOf({ item, title, work, parts, deadline }: ProposedWork): Line {
  const of = (role: string): readonly string[] =>
    parts.filter((part) => part.role === role).map(({ post }) => post)
  return { item, title, text: work, lead: of('lead'), support: of('cooperating'), deadline }
}

function workOf({ item, text, lead, support, deadline }: Line): GivenWork | undefined {
  if (lead.length === 0 || text.trim() === '') return undefined
  return {
    ...{ item, deadline },
    text: text.trim(),
    parts: [
      ...lead.map((post) => ({ post, role: 'lead' as const })),
      ...support.map((post) => ({ post, role: 'cooperating' as const })),
    ],
  }
}
