import { useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { Part, TaskRole } from '#shared/domain/work/task.ts'
import type { ReadTask } from '#shared/domain/work/read-directive.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { FieldRow } from '../../ui/field-row.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { DeadlineInput } from './deadline-input.tsx'
import { postOf } from './people-options.ts'
import { roleWords, RolePicker, type ChosenByRole } from './role-picker.tsx'
import classes from './tasks.module.css'

/** What is given on: to whom in which part, by when, with which words. */
export interface Given {
  readonly parts: readonly Part[]
  readonly deadline: LocalDate | null
  readonly text: string
}

interface AssignBoxProps {
  readonly title: string
  readonly verb: string
  /** The parts that may be given; a task for information is only told on. */
  readonly roles: readonly TaskRole[]
  /** The deadline that holds unless another is written; undefined: the clock is kept as it is. */
  readonly ownDeadline: LocalDate | null | undefined
  /** Filled in beforehand, as read out of a directive. */
  readonly proposal?: ReadTask | undefined
  readonly onGive: (given: Given) => void
  readonly onCancel: () => void
}

/** `A`, two letters of a name, Enter, `t6`, Enter: lead, then deadline; co-workers and people to be told beside. */
export function AssignBox(props: AssignBoxProps) {
  const { title, verb, roles, ownDeadline, proposal, onGive, onCancel } = props
  const t = useT()
  const deadlineField = useRef<HTMLInputElement>(null)
  const giveButton = useRef<HTMLButtonElement>(null)
  const [chosen, setChosen] = useState<ChosenByRole>(() => chosenBy(proposal))
  const [deadline, setDeadline] = useState<LocalDate | null>(proposal?.deadline ?? ownDeadline ?? null)
  const [text, setText] = useState(proposal?.work ?? '')
  const parts = roles.flatMap((role) => chosen[role].map((option) => ({ post: postOf(option), role })))
  const isReady = parts.some((part) => part.role === roles[0])
  const give = (): void => {
    if (isReady) onGive({ parts, deadline, text })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'Escape' && !event.defaultPrevented) onCancel()
    if (event.code === 'Enter' && event.ctrlKey) give()
  }
  const picker = (role: TaskRole) => (
    <FieldRow key={role} label={t(`states.part.${roleWords[role]}`)} isOptional={role !== roles[0]}>
      {(field) => (
        <RolePicker
          role={role}
          roles={roles}
          field={field}
          chosen={chosen}
          isAutoFocused={role === roles[0] && proposal === undefined}
          onChange={(of) => flushSync(() => setChosen((now) => ({ ...now, [role]: of(now[role]) })))}
          onLead={() => (deadlineField.current ?? giveButton.current)?.focus()}
        />
      )}
    </FieldRow>
  )
  return (
    <section className={classes.box} aria-label={title} onKeyDown={onKeyDown}>
      <h3 className={classes.title}>{title}</h3>
      <div className={classes.pair}>
        {roles.slice(0, 1).map(picker)}
        {roles[0] === 'lead' && ownDeadline !== undefined && (
          <DeadlineInput
            label={t('common.fields.deadline')}
            otherwise={proposal?.deadline ?? ownDeadline}
            onDate={setDeadline}
            onSubmit={give}
            isAutoFocused={proposal !== undefined}
            ref={deadlineField}
          />
        )}
      </div>
      {roles.length > 1 && <div className={classes.pair}>{roles.slice(1).map(picker)}</div>}
      <TextArea
        aria-label={t('tasks.assign.text')}
        placeholder={t('tasks.assign.text')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.foot}>
        <span className={classes.hint}>{t('tasks.assign.hint')}</span>
        <span className="spacer" />
        <Button variant="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button ref={giveButton} variant="primary" keyHint="Ctrl Enter" disabled={!isReady} onClick={give}>
          {verb}
        </Button>
      </div>
    </section>
  )
}

function chosenBy(proposal: ReadTask | undefined): ChosenByRole {
  const of = (role: TaskRole): readonly string[] =>
    (proposal?.parts ?? []).filter((part) => part.role === role).map((part) => part.post)
  return { lead: of('lead').slice(0, 1), cooperating: of('cooperating'), inform: of('inform') }
}
