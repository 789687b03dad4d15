import { useMemo, useState, type ReactNode } from 'react'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import type { PageMark } from '#shared/domain/documents/page-mark.ts'
import type { Command } from '../../../commands/command.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { verb } from '../../../workplace/use-verbs.ts'
import { useKeptMarks } from './kept-marks.ts'
import { MarkLayer } from './mark-layer.tsx'
import { MarkList } from './mark-list.tsx'
import { wholePage, type MarkPlace } from './mark-place.ts'

/** Writing on the pages of what one may give back. */
export interface Marking {
  readonly commands: readonly Command[]
  /** Lies over each page. */
  readonly overPage: (page: number) => ReactNode
  /** What was written so far. */
  readonly panel: ReactNode
}

/** A stroke on the page and words make a mark; `B` gives the document back with all of them. Undefined where `giveBack` is. */
export function useMarking(
  { initials }: OfficialDocument,
  giveBack: ((marks: readonly PageMark[]) => void) | undefined,
): Marking | undefined {
  const t = useT()
  const sha256 = initials?.pdf.sha256
  const [marks, keep] = useKeptMarks(sha256 ?? '')
  const [open, setOpen] = useState<MarkPlace | null>(null)
  const commands = useMemo(
    () =>
      giveBack === undefined || marks.length === 0
        ? []
        : [
            verb('document.returnMarked', 'verbs.returnMarked', () => giveBack(marks), {
              icon: 'arrow-back-up',
              shortcut: 'KeyB',
              values: { count: marks.length },
            }),
          ],
    [marks, giveBack],
  )
  if (giveBack === undefined || sha256 === undefined) return undefined
  const withWords = (words: string): readonly PageMark[] =>
    open === null || words.trim() === '' ? marks : [...marks, { ...open, words: words.trim() }]
  const drawing = {
    open,
    onPlace: setOpen,
    onWords: (words: string) => {
      keep(withWords(words))
      setOpen(null)
    },
    onSend: (words: string) => {
      const all = withWords(words)
      keep(all)
      setOpen(null)
      if (all.length > 0) giveBack(all)
    },
  }
  return {
    commands,
    overPage: (page) => <MarkLayer page={page} marks={marks} drawing={drawing} />,
    panel: (
      <PanelSection heading={t('drafting.marks.title')}>
        <p className="dim">{t('drafting.marks.hint')}</p>
        <MarkList marks={marks} onRemove={(index) => keep(marks.filter((_, at) => at !== index))} />
        <Button size="small" variant="quiet" icon="plus" onClick={() => setOpen(wholePage(1))}>
          {t('drafting.marks.add')}
        </Button>
      </PanelSection>
    ),
  }
}
