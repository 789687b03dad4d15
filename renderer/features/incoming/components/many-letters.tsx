import { useCallback, useMemo, useState } from 'react'
import { sameLetterKey } from '#shared/domain/correspondence/duplicates.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { bookFor } from '#shared/domain/registers/choose-book.ts'
import { useBooks, useLettersWith } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { BookRow } from '../../../projections/books.ts'
import type { IncomingLetterRow } from '../../../projections/incoming.ts'
import { Button } from '../../../ui/button.tsx'
import { RegistrationLine } from '../../../ui/registration-line.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { useToday } from '../../../workplace/today.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { range, useRegistering } from '../hooks/use-registering.ts'
import type { Registered } from '../use-cases/register-letters.ts'
import { heldBackBy } from './hold-back.ts'
import { LetterGrid } from './letter-grid.tsx'
import { useLeaders } from '../hooks/use-leaders.ts'
import classes from './many-letters.module.css'

interface ManyLettersProps {
  readonly rows: readonly IncomingLetterRow[]
  readonly onClear: () => void
  /** What was registered, so that the list lets go of it and this grid keeps showing it. */
  readonly onRegistered: (rows: readonly IncomingLetterRow[], results: readonly Registered[]) => void
}

/** The check grid: what each selected letter will get, what is held back by which rule; `P` or `R`, a figure for another leader, then `Enter`. */
export function ManyLetters({ rows, onClear, onRegistered }: ManyLettersProps) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const register = useRegistering()
  const [asking, setAsking] = useState<'register' | 'present' | null>(null)
  const [chosenLeader, setLeader] = useState<string | null>(null)
  const { leaders, leader } = useLeaders(chosenLeader)
  const { lines, clean, expected, bookNames } = useCheckedLines(rows, today)

  const presentTo = asking === 'present' ? (leader?.id ?? null) : null
  const confirm = useCallback(() => {
    void register(clean, presentTo).then((results) => onRegistered(clean, results))
  }, [register, clean, presentTo, onRegistered])
  const cancel = useCallback(() => setAsking(null), [])

  const verbs = useVerbs(
    useMemo(() => {
      const values = { count: clean.length }
      if (clean.length === 0)
        return [verb('many.clear', 'registering.clear', onClear, { shortcut: 'Escape' })]
      if (asking === null)
        return [
          ...(leader === undefined
            ? []
            : [
                verb('many.present', 'registering.presentMany', () => setAsking('present'), {
                  icon: 'user-share',
                  shortcut: 'KeyP',
                  values,
                }),
              ]),
          verb('many.register', 'registering.registerMany', () => setAsking('register'), {
            icon: 'book-2',
            shortcut: 'KeyR',
            values,
          }),
          verb('many.clear', 'registering.clear', onClear, { shortcut: 'Escape' }),
        ]
      return [
        verb(
          'many.confirm',
          asking === 'present' ? 'registering.presentMany' : 'registering.registerMany',
          confirm,
          { icon: 'check', shortcut: 'Enter', values },
        ),
        ...(asking === 'register' ? [] : leaders).flatMap(({ id, name }, index) =>
          id === leader?.id
            ? []
            : [
                verb(`many.presentTo${index + 1}`, 'registering.presentTo', () => setLeader(id), {
                  icon: 'user-share',
                  shortcut: `Digit${index + 1}`,
                  values: { name },
                }),
              ],
        ),
        verb('many.cancel', 'common.cancel', cancel, { shortcut: 'Escape' }),
      ]
    }, [clean, asking, leaders, leader, confirm, cancel, onClear]),
  )
  const numbers = [...expected.values()]
  const held = lines.filter((line) => line.rule !== null).length
  return (
    <section className={classes.pane} aria-label={t('registering.title', { count: rows.length })}>
      <header className={classes.header}>
        <h2 className={classes.title}>{t('registering.title', { count: rows.length })}</h2>
        <p className={classes.sentence}>
          {asking !== null && numbers.length > 0
            ? t(asking === 'present' ? 'registering.willPresent' : 'registering.willRegister', {
                count: clean.length,
                numbers: range(numbers, formats.number),
                name: leader?.name ?? '',
              })
            : t('registering.clean', { count: clean.length })}
          {held > 0 && ` ${t('registering.held', { count: held })}`}
        </p>
      </header>
      <VerbBar verbs={verbs} />
      <RegistrationLine
        fields={[
          {
            id: 'book',
            label: t('incoming.registration.book'),
            value: bookNames,
            isFixed: true,
          },
          {
            id: 'number',
            label: t('incoming.registration.number'),
            value: numbers.length === 0 ? '' : range(numbers, formats.number),
            isFixed: true,
            note: t('incoming.registration.nextNumber'),
          },
          {
            id: 'date',
            label: t('incoming.registration.date'),
            value: formats.date(today),
            isFixed: true,
          },
          {
            id: 'present',
            label: t('incoming.registration.present'),
            value: leader?.name ?? '',
            chosen: leader?.id,
            choices: leaders.map((post) => ({ value: post.id, label: `${post.name}, ${post.title}` })),
          },
        ]}
        onChange={(_, value) => setLeader(value)}
      />
      <LetterGrid
        lines={lines.map(({ row, rule }) => ({ row, rule, number: expected.get(row.id) ?? null }))}
      />
    </section>
  )
}

const NONE: readonly never[] = []

/** The selected letters with the rule that holds each back, and what the clean ones will get. */
function useCheckedLines(rows: readonly IncomingLetterRow[], today: LocalDate) {
  const books = useBooks() ?? NONE
  const keys = useMemo(() => rows.map(sameLetterKey), [rows])
  const others = useLettersWith(keys)
  return useMemo(() => {
    const lines = rows.map((row) => ({ row, rule: heldBackBy(row, others ?? NONE) }))
    // Whether another letter is the same one must be known before any is called clean.
    const clean = others === undefined ? [] : lines.flatMap((line) => (line.rule === null ? [line.row] : []))
    const names = clean.map(
      (row) => bookFor(books, { direction: 'incoming', kind: row.typeName, today })?.name ?? '',
    )
    return {
      lines,
      clean,
      expected: expectedNumbers(clean, books, today),
      bookNames: [...new Set(names)].join('; '),
    }
  }, [rows, others, books, today])
}

interface RegisteredLettersProps {
  readonly rows: readonly IncomingLetterRow[]
  readonly results: readonly Registered[]
  readonly onClose: () => void
}

/** What became of each of many letters, until the clerk goes on. */
export function RegisteredLetters({ rows, results, onClose }: RegisteredLettersProps) {
  const t = useT()
  useVerbs(useMemo(() => [verb('many.done', 'common.close', onClose, { shortcut: 'Escape' })], [onClose]))
  const done = results.filter((one) => one.rule === null).length
  const title = t('registering.done', { count: done })
  return (
    <section className={classes.pane} aria-label={title}>
      <header className={classes.header}>
        <h2 className={classes.title}>{title}</h2>
        {done < results.length && (
          <p className={classes.sentence}>{t('registering.refused', { count: results.length - done })}</p>
        )}
      </header>
      <LetterGrid
        lines={rows.map((row) => {
          const result = results.find((one) => one.id === row.id)
          return {
            row,
            rule: result?.rule ?? null,
            number: result?.number ?? null,
            isDone: result?.rule === null,
          }
        })}
      />
      <footer className={classes.foot}>
        <Button keyHint="Esc" onClick={onClose}>
          {t('common.close')}
        </Button>
      </footer>
    </section>
  )
}

/** The numbers the letters will get when nobody else numbers meanwhile, in the order of the list. */
function expectedNumbers(
  clean: readonly IncomingLetterRow[],
  books: readonly BookRow[],
  today: LocalDate,
): ReadonlyMap<string, number> {
  const next = new Map<string, number>()
  const numbers = new Map<string, number>()
  for (const row of clean) {
    const book = bookFor(books, { direction: 'incoming', kind: row.typeName, today })
    if (book === undefined) continue
    const number = next.get(book.id) ?? book.last + 1
    next.set(book.id, number + 1)
    numbers.set(row.id, number)
  }
  return numbers
}
