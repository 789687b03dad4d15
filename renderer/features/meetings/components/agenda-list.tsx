import type { ItemState, Meeting, Paper } from '#shared/domain/meetings/meeting.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { cx } from '../../../ui/cx.ts'
import { Icon } from '../../../ui/icon.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useAddFiles } from '../../../workplace/use-add-files.ts'
import { useMeetingActs, useNewId, useOwnPart } from '../hooks/use-meeting-acts.ts'
import { useIsNew } from '../reading/seen-versions.ts'
import classes from './meetings.module.css'

interface AgendaListProps {
  readonly meeting: Meeting
  readonly activeItem?: string | null
  readonly onItem?: ((item: string) => void) | undefined
  readonly activePaper?: string | null | undefined
  readonly onPaper?: ((item: string, paper: string) => void) | undefined
}

/** The agenda with its papers; who runs the meeting drops papers on an item. */
export function AgendaList({ meeting, activeItem, onItem, activePaper, onPaper }: AgendaListProps) {
  return (
    <ol className={classes.agenda}>
      {meeting.items.map((item, index) => (
        <AgendaEntry
          key={item.id}
          meeting={meeting}
          item={item}
          number={index + 1}
          isActive={item.id === activeItem}
          onItem={onItem}
          activePaper={activePaper}
          onPaper={onPaper}
        />
      ))}
    </ol>
  )
}

interface EntryProps extends Pick<AgendaListProps, 'meeting' | 'onItem' | 'activePaper' | 'onPaper'> {
  readonly item: ItemState
  readonly number: number
  readonly isActive: boolean
}

function AgendaEntry({ meeting, item, number, isActive, onItem, activePaper, onPaper }: EntryProps) {
  const t = useT()
  const nameOf = usePostNames()
  const { runs } = useOwnPart(meeting)
  const { act } = useMeetingActs(meeting.id)
  const newId = useNewId()
  const mayAdd = runs && ['draft', 'called', 'inSession'].includes(meeting.status)
  const { choose, drop } = useAddFiles(({ name, blob }) => {
    const known = item.papers.find((paper) => paper.name === name)
    return act('meeting.addPaper', { item: item.id, paper: { id: known?.id ?? newId(), name, file: blob } })
  })
  return (
    <li
      className={cx(classes.item, isActive && classes.activeItem)}
      onDragOver={(event) => mayAdd && event.preventDefault()}
      onDrop={(event) => {
        if (!mayAdd) return
        event.preventDefault()
        drop([...event.dataTransfer.files])
      }}
    >
      <div className={classes.itemHead}>
        <span className={cx(classes.number, 'num')}>{number}</span>
        {onItem === undefined ? (
          <span className={classes.itemTitle}>{item.title}</span>
        ) : (
          <button
            type="button"
            className={classes.itemTitle}
            aria-current={isActive ? 'true' : undefined}
            onClick={() => onItem(item.id)}
          >
            {item.title}
          </button>
        )}
        <span className={cx(classes.minutes, 'num')}>{t('common.minutes', { count: item.minutes })}</span>
      </div>
      <div className={classes.itemFoot}>
        {item.presenter !== null && (
          <span className={classes.minutes}>
            {t('meetings.agenda.presents', { name: nameOf(item.presenter) })}
          </span>
        )}
        <ItemMark meeting={meeting} item={item} />
        {item.papers.map((paper) => (
          <PaperButton
            key={paper.id}
            paper={paper}
            isActive={paper.id === activePaper}
            onOpen={onPaper && (() => onPaper(item.id, paper.id))}
          />
        ))}
        {mayAdd && (
          <Button variant="quiet" size="small" icon="paperclip" onClick={choose}>
            {t('meetings.agenda.addPaper')}
          </Button>
        )}
      </div>
    </li>
  )
}

interface PaperButtonProps {
  readonly paper: Paper
  readonly isActive: boolean
  readonly onOpen: (() => void) | undefined
}

function PaperButton({ paper, isActive, onOpen }: PaperButtonProps) {
  const t = useT()
  const isNew = useIsNew(paper)
  const { name } = paper
  const versions = paper.versions.length
  const words = versions === 1 ? name : `${name} · ${t('meetings.agenda.version', { number: versions })}`
  return (
    <button
      type="button"
      className={cx(classes.paper, isActive && classes.activePaper)}
      disabled={onOpen === undefined}
      onClick={onOpen}
    >
      <Icon name="file-text" size="s" />
      <span className="ellipsis">{words}</span>
      {isNew && <span className={classes.newMark}>{t('notes.news.mark')}</span>}
    </button>
  )
}

/** How far an item is: being dealt with, voted, concluded, or what speaks against adopting it with others. */
function ItemMark({ meeting, item }: { readonly meeting: Meeting; readonly item: ItemState }) {
  const t = useT()
  const formats = useFormats()
  if (item.conclusion !== null)
    return (
      <Chip tone="ok" icon="check">
        {t('meetings.agenda.concluded', { time: formats.time(item.conclusion.at) })}
      </Chip>
    )
  if (meeting.current === item.id)
    return (
      <Chip tone="info" icon="progress">
        {t('meetings.agenda.current')}
      </Chip>
    )
  const disputed = item.positions.filter(({ stand }) => stand !== 'noObjection').length
  if (disputed > 0)
    return (
      <Chip tone="soon" icon="message-2">
        {t('meetings.agenda.disputed', { count: disputed })}
      </Chip>
    )
  return null
}
