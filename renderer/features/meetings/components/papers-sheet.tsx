import { useState } from 'react'
import type { AgendaItem, Meeting } from '#shared/domain/meetings/meeting.ts'
import { firstNamedIn } from '#shared/domain/work/read-directive.ts'
import { usePeople, useUnits } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { EntityPicker } from '../../../ui/entity-picker.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import type { PickerOption } from '../../../ui/picker-search.ts'
import { TextRow } from '../../../ui/text-row.tsx'
import type { AddedFile } from '../../../workplace/use-add-files.ts'
import { useNewId } from '../hooks/use-meeting-acts.ts'
import { proposePapers, type PlacedPaper, type ProposedPapers } from '../use-cases/papers-to-agenda.ts'
import classes from './papers-sheet.module.css'

/** Of a paper whose item was taken away and not chosen again. */
const UNPLACED = ''

interface PapersSheetProps {
  readonly meeting: Meeting
  readonly files: readonly AddedFile[]
  readonly onClose: () => void
  readonly onDone: (papers: readonly PlacedPaper[], items: readonly AgendaItem[]) => void
}

/** Where each paper goes, as its name says: an item that is there or a new one with its presenter; Ctrl Enter puts all of them in. */
export function PapersSheet(props: PapersSheetProps) {
  const people = usePeople()
  const units = useUnits()
  const newId = useNewId()
  if (people === undefined || units === undefined) return null
  const presenterOf = (title: string): string | null => firstNamedIn(title, { people, units }) ?? null
  return (
    <Proposed
      key={props.files.length}
      {...props}
      proposed={proposePapers(props.files, props.meeting.items, { newId, presenterOf })}
      people={people.map(({ id, name, title }) => ({ id, name, detail: title }))}
    />
  )
}

interface ProposedProps extends PapersSheetProps {
  readonly proposed: ProposedPapers
  readonly people: readonly PickerOption[]
}

function Proposed({ meeting, proposed, people, onClose, onDone }: ProposedProps) {
  const t = useT()
  const [papers, setPapers] = useState(proposed.papers)
  const [made, setMade] = useState(proposed.items)
  const used = made.filter(({ id }) => papers.some(({ item }) => item === id))
  const isReady =
    papers.every(({ item }) => item !== UNPLACED) && used.every(({ title }) => title.trim() !== '')
  const done = (): void => {
    if (isReady)
      onDone(
        papers,
        used.map((item) => ({ ...item, title: item.title.trim() })),
      )
  }
  const change = (id: string, part: Partial<AgendaItem>): void =>
    setMade((now) => now.map((item) => (item.id === id ? { ...item, ...part } : item)))
  const options = [...meeting.items, ...made].map(({ id, title }, index) => ({
    id,
    name: `${index + 1}. ${title}`,
    ...(index < meeting.items.length ? {} : { note: t('meetings.papers.new') }),
  }))
  return (
    <FormSheet
      width={760}
      title={t('meetings.papers.title')}
      description={t('meetings.papers.explain')}
      confirm={t('meetings.papers.confirm', { count: papers.length })}
      isReady={isReady}
      onClose={onClose}
      onConfirm={done}
    >
      <ol className={classes.papers}>
        {papers.map((paper, index) => {
          const isFirst = papers.findIndex(({ item }) => item === paper.item) === index
          const item = isFirst ? used.find(({ id }) => id === paper.item) : undefined
          return (
            <li key={`${index} ${paper.file.blob.sha256}`} className={classes.paper}>
              <div className={classes.file}>
                <Icon name="file-text" size="s" />
                <span className="ellipsis">{paper.file.name}</span>
              </div>
              <EntityPicker
                label={t('meetings.papers.itemOf', { name: paper.file.name })}
                placeholder={t('meetings.papers.item')}
                options={options}
                value={paper.item === UNPLACED ? [] : [paper.item]}
                onChange={([chosen]) =>
                  setPapers((now) =>
                    now.map((one, at) => (at === index ? { ...one, item: chosen ?? UNPLACED } : one)),
                  )
                }
                picture={() => <Icon name="list" size="s" />}
              />
              {item !== undefined && (
                <NewItem item={item} people={people} onChange={(part) => change(item.id, part)} />
              )}
            </li>
          )
        })}
      </ol>
    </FormSheet>
  )
}

interface NewItemProps {
  readonly item: AgendaItem
  readonly people: readonly PickerOption[]
  readonly onChange: (part: Partial<AgendaItem>) => void
}

function NewItem({ item, people, onChange }: NewItemProps) {
  const t = useT()
  return (
    <div className={classes.made}>
      <TextRow
        label={t('meetings.papers.itemTitle')}
        maxLength={500}
        value={item.title}
        onValue={(text) => onChange({ title: text })}
      />
      <PeopleRow
        label={t('meetings.papers.presenter')}
        isOptional
        options={people}
        value={item.presenter === null ? [] : [item.presenter]}
        onChange={([presenter]) => onChange({ presenter: presenter ?? null })}
      />
    </div>
  )
}
