import { useCallback, useEffect, useMemo, useState } from 'react'
import { passageOf } from '#shared/domain/notes/find-passage.ts'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import type { ItemState, Meeting, Paper } from '#shared/domain/meetings/meeting.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { selectedWords } from '../../../workplace/page-words.tsx'
import { PdfPages } from '../../../workplace/pdf-pages.tsx'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { ChangesStrip } from './changes-strip.tsx'
import { NotedPage, type NewNote } from './noted-page.tsx'
import type { PlacedNote } from './placed-note.ts'
import classes from './reading.module.css'
import { useSeenPaper } from './seen-versions.ts'
import { useNoteActs } from './use-note-acts.ts'
import { usePaperChanges } from './use-paper-changes.ts'

/** A page that is to come into sight; another `turn` brings the same one again. */
export interface PageJump {
  readonly paper: string
  readonly page: number
  readonly turn: number
}

interface PaperReadingProps {
  readonly meeting: Meeting
  readonly item: ItemState
  readonly paper: Paper
  readonly notes: readonly PlacedNote[]
  readonly jump: PageJump | null
}

/** A paper of a meeting with what its reader noted on it. */
export function PaperReading({ paper, ...rest }: PaperReadingProps) {
  const t = useT()
  const file = paper.versions.at(-1)?.file
  if (file?.mediaType !== 'application/pdf')
    return <EmptyState text={t('meetings.room.notShown', { name: paper.name })} />
  return <Pages key={file.sha256} paper={paper} file={file} {...rest} />
}

interface PagesProps extends PaperReadingProps {
  readonly file: BlobRef
}

function Pages({ meeting, item, paper, file, notes, jump }: PagesProps) {
  const { write } = useNoteActs(meeting.id)
  const [inSight, setInSight] = useState(1)
  const [writing, setWriting] = useState<NewNote | null>(null)
  const begin = useCallback(() => {
    const chosen = selectedWords()
    const passage = chosen === null ? undefined : passageOf(chosen.words, chosen.first, chosen.last)
    setWriting({ page: chosen?.page ?? inSight, passage: passage ?? null })
    document.getSelection()?.removeAllRanges()
  }, [inSight])
  const { news, since, at, change, showChange, own: ownJump } = useNews(paper, file, jump)
  const isHeld = meeting.status === 'concluded' || meeting.status === 'archived'
  const count = typeof news === 'object' ? (news?.changes.length ?? 0) : 0
  const verbs = useVerbs(
    useMemo(
      () => [
        verb('paper.note', 'notes.verbs.mark', begin, {
          icon: 'highlight',
          shortcut: isHeld ? 'Shift+KeyH' : 'KeyH',
        }),
        ...(count === 0
          ? []
          : [
              verb('paper.change', 'notes.verbs.change', () => showChange(((at ?? -1) + 1) % count), {
                icon: 'git-compare',
                shortcut: 'KeyD',
              }),
            ]),
      ],
      [begin, isHeld, count, at, showChange],
    ),
  )
  const onWords = (text: string, isLeft: boolean): void => {
    setWriting(null)
    if (writing === null || isLeft) return
    const { page, passage } = writing
    if (text.trim() === '' && passage === null) return
    write({ kind: 'page', item: item.id, paper: paper.id, file: file.sha256, page, passage }, text)
  }
  const own = notes.filter(({ note: { about } }) => about.kind === 'page' && about.paper === paper.id)
  return (
    <div className={classes.reading}>
      <header className={classes.bar}>
        <span className={classes.name}>{paper.name}</span>
        <span className="spacer" />
        <VerbBar verbs={verbs} hasPrimary={false} isInline />
      </header>
      {news !== null && <ChangesStrip since={since} news={news} at={at} onShow={showChange} />}
      <PdfPages
        file={file}
        name={paper.name}
        jump={ownJump ?? (jump?.paper === paper.id ? jump : undefined)}
        onPage={setInSight}
        overPage={(page, isNear) => (
          <NotedPage
            sha256={file.sha256}
            page={page}
            isNear={isNear || writing?.page === page}
            notes={own.filter(({ place }) => place.kind === 'page' && place.page === page)}
            writing={writing?.page === page ? writing : null}
            added={change?.page === page ? change.added : null}
            onWords={onWords}
          />
        )}
      />
    </div>
  )
}

/** What is new since the version that was seen before, and the change that is shown. Opening the paper is seeing it. */
function useNews(paper: Paper, file: BlobRef, jump: PageJump | null) {
  const { baseOf, note } = useSeenPaper()
  const [base] = useState(() => baseOf(paper))
  useEffect(() => note(paper), [note, paper])
  const news = usePaperChanges(base?.file, file)
  const [shown, setShown] = useState<{
    readonly at: number
    readonly turn: number
    readonly over: PageJump | null
  }>()
  const showChange = useCallback(
    (at: number) => setShown((before) => ({ at, turn: (before?.turn ?? 0) - 1, over: jump })),
    [jump],
  )
  const change =
    shown === undefined || news === null || typeof news === 'string' ? undefined : news.changes[shown.at]
  const own =
    change !== undefined && shown?.over === jump ? { page: change.page, turn: shown.turn } : undefined
  const since = paper.versions.findIndex((one) => one === base) + 1
  return { news, since, at: shown?.at ?? null, change, showChange, own }
}
