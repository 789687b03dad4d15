import type { Letter } from '#shared/domain/correspondence/letter.ts'
import type { TrailStep } from '#shared/domain/documents/document.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { MessageKey } from '../../../i18n/messages.ts'
import type { IconName } from '../../../ui/icons.ts'
import { PanelSection } from '../../../ui/panel.tsx'
import { Timeline, type TimelineStep } from '../../../ui/timeline.tsx'
import { AccessLogButton } from '../../../workplace/accesses/access-log-button.tsx'
import { CustodyButton } from '../../../workplace/custody/custody-button.tsx'
import { usePostNames } from '../../../workplace/me.ts'

const looks: Record<
  string,
  { readonly icon: IconName; readonly tone: TimelineStep['tone']; readonly words: MessageKey }
> = {
  arrived: { icon: 'inbox', tone: 'info', words: 'incoming.history.arrived' },
  accepted: { icon: 'circle-check', tone: 'ok', words: 'incoming.history.accepted' },
  refused: { icon: 'circle-x', tone: 'over', words: 'incoming.history.refused' },
  numberTaken: { icon: 'book-2', tone: 'ok', words: 'incoming.history.numberTaken' },
  paperLinked: { icon: 'scan', tone: 'info', words: 'registering.history.paperLinked' },
  corrected: { icon: 'pencil', tone: 'info', words: 'registering.history.corrected' },
  amended: { icon: 'pencil', tone: 'info', words: 'incoming.history.amended' },
  presented: { icon: 'user-share', tone: 'info', words: 'incoming.history.presented' },
  directed: { icon: 'writing-sign', tone: 'info', words: 'incoming.history.directed' },
  replied: { icon: 'send', tone: 'ok', words: 'incoming.history.replied' },
  started: { icon: 'progress', tone: 'info', words: 'incoming.history.started' },
  finished: { icon: 'check', tone: 'ok', words: 'incoming.history.finished' },
}

/** The way of a letter: who did what, when, with what was written. */
export function LetterHistory({ letter }: { readonly letter: Letter }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const stepOf = (step: TrailStep, index: number): TimelineStep => {
    const look = looks[step.act]
    const who = step.by.post === 'node' ? t('incoming.history.byNode') : nameOf(step.by.post)
    return {
      id: String(index),
      icon: look?.icon ?? 'history',
      tone: look?.tone ?? 'info',
      title: look === undefined ? step.act : t(look.words),
      time: formats.dateTime(step.at),
      lines: [who, ...(step.note === undefined ? [] : [step.note])],
    }
  }
  return (
    <PanelSection isLast>
      <Timeline label={t('incoming.tabs.history')} steps={letter.trail.map(stepOf)} />
      <AccessLogButton
        of={{ kind: 'letter', state: letter }}
        id={letter.id}
        subject={letter.content.subject}
      />
      <CustodyButton of={{ kind: 'letter', id: letter.id, subject: letter.content.subject }} />
    </PanelSection>
  )
}
