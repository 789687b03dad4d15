import type { ReactNode } from 'react'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { DeadlineChip } from '../../../ui/deadline-chip.tsx'
import { deadlineView } from '../../../ui/deadline-view.ts'
import { PanelSection } from '../../../ui/panel.tsx'
import { VerbBar, type Verb } from '../../../ui/verb-bar.tsx'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useToday } from '../../../workplace/today.ts'
import { concludeSteps, isFileable, type ConcludeStep } from '../hooks/use-conclude-verbs.ts'
import { useMinutesState, useNoticeState, type StepState } from '../hooks/use-paper-states.ts'
import { conclusionsToGive } from '../use-cases/works-of-meeting.ts'
import classes from './concluding.module.css'
import { FiguresPanel } from './figures-panel.tsx'

interface ConcludeStepsProps {
  readonly meeting: Meeting
  readonly verbs: Readonly<Record<ConcludeStep, readonly Verb[]>>
}

/** The way from the end of a meeting to its work file: minutes, notice, tasks, file, each with how far it is and its next act. */
export function ConcludeSteps({ meeting, verbs }: ConcludeStepsProps) {
  const t = useT()
  const open = meeting.amendments.filter(({ settled }) => settled === null).length
  const first = concludeSteps.find((step) => verbs[step].some(({ why }) => why === undefined))
  const states: Readonly<Record<ConcludeStep, StepState>> = {
    minutes: useMinutesState(meeting),
    notice: useNoticeState(meeting),
    tasks: useTasksState(meeting),
    file: useFileState(meeting),
  }
  const beside: Partial<Record<ConcludeStep, ReactNode>> = {
    minutes: open > 0 && (
      <Chip tone="soon" icon="message-2">
        {t('concluding.minutes.open', { count: open })}
      </Chip>
    ),
    notice: <NoticeDue meeting={meeting} />,
  }
  return (
    <>
      {concludeSteps.map((step) => (
        <PanelSection key={step} heading={t(`concluding.steps.${step}`)}>
          <p className={classes.state}>
            <Chip tone={states[step].tone} icon={states[step].icon}>
              {states[step].words}
            </Chip>
            {beside[step]}
          </p>
          {verbs[step].length > 0 && (
            <div className={classes.stepVerbs}>
              <VerbBar verbs={verbs[step]} hasPrimary={step === first} isInline />
            </div>
          )}
        </PanelSection>
      ))}
      <FiguresPanel meeting={meeting} />
    </>
  )
}

/** By when the conclusions are told in writing, until they are. */
function NoticeDue({ meeting: { noticeBy, notice } }: Pick<ConcludeStepsProps, 'meeting'>) {
  const today = useToday()
  const calendar = useCalendar()
  if (noticeBy === undefined || notice?.issued != null) return null
  const deadline = deadlineView({ deadline: noticeBy, urgency: 'normal' }, today, calendar)
  return deadline === undefined ? null : <DeadlineChip deadline={deadline} />
}

function useTasksState(meeting: Meeting): StepState {
  const t = useT()
  const given = meeting.tasks?.length ?? 0
  const left = meeting.status === 'archived' ? 0 : conclusionsToGive(meeting).length
  if (left > 0)
    return { words: t('concluding.tasks.todo', { count: left }), tone: 'soon', icon: 'user-share' }
  return given === 0
    ? { words: t('concluding.tasks.none'), tone: 'done', icon: 'minus' }
    : { words: t('concluding.tasks.count', { count: given }), tone: 'ok', icon: 'check' }
}

function useFileState(meeting: Meeting): StepState {
  const t = useT()
  const formats = useFormats()
  if (meeting.filed !== undefined)
    return {
      words: t('concluding.file.filed', { time: formats.dateTime(meeting.filed.at) }),
      tone: 'ok',
      icon: 'archive',
    }
  if (isFileable(meeting)) return { words: t('concluding.file.ready'), tone: 'soon', icon: 'folder' }
  return { words: t('concluding.file.waits'), tone: 'done', icon: 'hourglass' }
}
