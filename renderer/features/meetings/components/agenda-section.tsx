import { useMemo } from 'react'
import type { AgendaItem, Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Command } from '../../../commands/command.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import type { AddedFile } from '../../../workplace/use-add-files.ts'
import { useMeetingActs, useNewId, useOwnPart } from '../hooks/use-meeting-acts.ts'
import { usePapersInHand } from '../hooks/use-papers-in-hand.ts'
import { papersToAdd, type PlacedPaper } from '../use-cases/papers-to-agenda.ts'
import { AgendaList } from './agenda-list.tsx'
import { PapersSheet } from './papers-sheet.tsx'

const NONE: readonly Command[] = []

/** The agenda in the pane; who runs the meeting drops papers on it, each finding its item or making one. */
export function AgendaSection({
  meeting,
  isAsking,
}: {
  readonly meeting: Meeting
  readonly isAsking: boolean
}) {
  const t = useT()
  const newId = useNewId()
  const { act } = useMeetingActs(meeting.id)
  const { runs } = useOwnPart(meeting)
  const { files, choose, drop, keepOnly } = usePapersInHand()
  const isPlacing = files.length > 0
  const mayAdd =
    runs && (meeting.status === 'draft' || meeting.status === 'called') && meeting.elsewhere === undefined
  const commands = useMemo(
    () =>
      mayAdd
        ? [verb('meeting.papers', 'meetings.verbs.papers', choose, { icon: 'paperclip', shortcut: 'KeyP' })]
        : NONE,
    [mayAdd, choose],
  )
  const verbs = useVerbs(isAsking || isPlacing ? NONE : commands)
  const place = async (papers: readonly PlacedPaper[], made: readonly AgendaItem[]): Promise<void> => {
    const items = [...meeting.items.map(asItem), ...made]
    if (made.length > 0 && !(await act('meeting.setAgenda', { items }))) return
    const refused: AddedFile[] = []
    for (const [index, one] of papersToAdd(papers, meeting.items, newId).entries()) {
      const file = papers[index]?.file
      if (!(await act('meeting.addPaper', one)) && file !== undefined) refused.push(file)
    }
    keepOnly(refused)
  }
  return (
    <PanelSection heading={t('meetings.agenda.title')}>
      <div
        onDragOver={(event) => mayAdd && event.preventDefault()}
        onDrop={(event) => {
          if (!mayAdd || event.defaultPrevented) return
          event.preventDefault()
          drop([...event.dataTransfer.files])
        }}
      >
        {meeting.items.length === 0 ? (
          <p className="dim">{t('meetings.agenda.empty')}</p>
        ) : (
          <AgendaList meeting={meeting} />
        )}
        {mayAdd && <p className="dim">{t('meetings.papers.hint')}</p>}
        {verbs.length > 0 && <VerbBar verbs={verbs} hasPrimary={false} isInline />}
      </div>
      {isPlacing && (
        <PapersSheet
          meeting={meeting}
          files={files}
          onClose={() => keepOnly([])}
          onDone={(papers, made) => void place(papers, made)}
        />
      )}
    </PanelSection>
  )
}

const asItem = ({ id, title, presenter, minutes, mayBeAdoptedTogether }: AgendaItem): AgendaItem => ({
  ...{ id, title, presenter },
  ...{ minutes, mayBeAdoptedTogether },
})
