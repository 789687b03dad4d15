import { useMemo, useState } from 'react'
import { caseFileId, type ItemFacts } from '#shared/domain/records/case-file.ts'
import { entriesOf } from '#shared/domain/records/file-plan.ts'
import { suggestFiles, type Suggestion } from '#shared/domain/records/suggest-file.ts'
import { useFiles, useRecordActs } from '../../database/use-live.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Chip } from '../../ui/chip.tsx'
import { findOptions } from '../../ui/picker-search.ts'
import { SheetDialog } from '../../ui/sheet-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useMe } from '../me.ts'
import { useToday } from '../today.ts'
import { useAct } from '../use-act.ts'
import { Button } from '../../ui/button.tsx'
import classes from './choose-file.module.css'

interface ChooseFileProps {
  readonly source: { readonly kind: 'letter' | 'document'; readonly id: string }
  readonly facts: ItemFacts
  /** Letters and documents of the same thread. */
  readonly related: readonly { readonly kind: 'letter' | 'document'; readonly id: string }[]
  readonly onClose: () => void
  /** Closes the own part in the matter too; undefined: nothing of it is open. */
  readonly onFinish?: (() => void) | undefined
  /** Puts what belongs to it into the same file; false: it was refused, and the sheet stays. */
  readonly andPut?: ((file: string) => Promise<boolean>) | undefined
}

interface Choice {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly planned?: { readonly year: number; readonly notation: string; readonly title: string } | undefined
  readonly suggestion: Suggestion | undefined
  readonly isIn: boolean
}

/** `H`: the file a document goes into, the likeliest first with the reason; a file of the plan is opened by choosing it. */
export function ChooseFile({ source, facts, related, onClose, onFinish, andPut }: ChooseFileProps) {
  const t = useT()
  const act = useAct()
  const toast = useToast()
  const today = useToday()
  const [query, setQuery] = useState('')
  const choices = useChoices(source, facts, related)
  const shown = findOptions(
    choices.map(({ id, name }) => ({ id, name })),
    query,
  )
  const isTaken = (choice: Choice | undefined): boolean => choice?.isIn === true && andPut === undefined
  const first = shown.find((one) => !isTaken(choices.find((choice) => choice.id === one.id)))

  const put = async (id: string, isFinished: boolean): Promise<void> => {
    const choice = choices.find((one) => one.id === id)
    if (choice === undefined) return
    const ref = { kind: 'case-file', id } as const
    const { planned } = choice
    if (planned !== undefined) {
      const opening = { ...planned, retention: 'permanent', isPlanned: true, startedOn: today }
      if ((await act(ref, 'case-file.open', opening)) === undefined) return
    }
    const files = facts.files.map((one) => one.file)
    if ((await act(ref, 'case-file.put', { source, files })) === undefined) return
    if (andPut !== undefined && !(await andPut(id))) return
    const [notation = ''] = choice.name.split(' ')
    toast.show({ icon: 'folder', text: t('records.choose.done', { notation }) })
    onClose()
    if (isFinished) onFinish?.()
  }
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={560}
      title={t('records.choose.title')}
      description={<div className={classes.subject}>{facts.subject}</div>}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          {onFinish !== undefined && first !== undefined && (
            <Button variant="primary" keyHint="Enter" onClick={() => void put(first.id, true)}>
              {t('records.choose.andFinish')}
            </Button>
          )}
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (first !== undefined) void put(first.id, true)
        }}
      >
        <TextField
          data-autofocus
          aria-label={t('records.choose.search')}
          placeholder={t('records.choose.search')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </form>
      <ul className={classes.choices}>
        {shown.map(({ id }) => {
          const choice = choices.find((one) => one.id === id)
          if (choice === undefined) return null
          return (
            <li key={id}>
              <button
                type="button"
                className={classes.choice}
                disabled={isTaken(choice)}
                onClick={() => void put(id, false)}
              >
                <span className={classes.name}>{choice.name}</span>
                {choice.note !== '' && (
                  <Chip tone={choice.suggestion === undefined ? 'done' : 'ok'}>{choice.note}</Chip>
                )}
              </button>
            </li>
          )
        })}
        {choices.length === 0 && <li className={classes.none}>{t('records.choose.none')}</li>}
      </ul>
    </SheetDialog>
  )
}

/** Open files of this post, and files of the plan that it may open; suggested ones first. */
function useChoices(
  source: ChooseFileProps['source'],
  facts: ItemFacts,
  related: ChooseFileProps['related'],
): readonly Choice[] {
  const t = useT()
  const me = useMe()
  const files = useFiles()
  const plans = useRecordActs('file-plan')
  return useMemo(() => {
    const open = (files ?? []).filter((one) => one.status === 'open' && one.creator === me?.id)
    const known = new Set((files ?? []).map((one) => one.id))
    const planned = (plans ?? []).flatMap((plan) =>
      entriesOf(plan.approved?.headings ?? [])
        .filter(({ entry }) => entry.creator === me?.id)
        .map(({ entry }) => ({
          id: caseFileId(plan.year, entry.notation),
          title: entry.title,
          planned: { year: plan.year, notation: entry.notation, title: entry.title },
        }))
        .filter((one) => !known.has(one.id)),
    )
    const candidates = [
      ...open.map((file) => ({
        ...file,
        sources: [...file.sources, ...file.answered.map((id) => ({ kind: 'letter' as const, id }))],
      })),
      ...planned.map((one) => ({ ...one, sources: [], authors: [], subjects: [] })),
    ]
    const suggested = suggestFiles({ related, author: facts.author, subject: facts.subject }, candidates)
    const words = (suggestion: Suggestion | undefined, otherwise: string): string =>
      suggestion === undefined
        ? otherwise
        : suggestion.reason === 'words'
          ? t('records.choose.words', { words: suggestion.words.join(', ') })
          : t(`records.choose.${suggestion.reason}`)
    const suggestionOf = (id: string): Suggestion | undefined => suggested.find((one) => one.id === id)
    const rank = (one: Choice): number =>
      one.suggestion === undefined ? suggested.length : suggested.indexOf(one.suggestion)
    const choices: Choice[] = [
      ...open.map((file) => {
        const isIn = file.sources.some((one) => one.kind === source.kind && one.id === source.id)
        const suggestion = isIn ? undefined : suggestionOf(file.id)
        const note = words(suggestion, isIn ? t('records.choose.already') : '')
        return { id: file.id, name: `${file.notation} ${file.title}`, note, suggestion, isIn }
      }),
      ...planned.map(({ id, planned: entry }) => {
        const suggestion = suggestionOf(id)
        const note = words(suggestion, t('records.choose.planned'))
        return { id, name: `${entry.notation} ${entry.title}`, note, planned: entry, suggestion, isIn: false }
      }),
    ]
    return choices.sort((a, b) => rank(a) - rank(b))
  }, [files, plans, me, source, facts, related, t])
}
