import { useMemo, useState } from 'react'
import type { Amending } from '#shared/domain/documents/amendment.ts'
import type { FormerShelf } from '#shared/domain/registers/former/former-entry.ts'
import { useCommands } from '../../../commands/command-provider.tsx'
import { useBooks, useDocument, useFormerImports, useRegister } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { BookRow } from '../../../projections/books.ts'
import type { FormerImport } from '#shared/domain/registers/former/former-import.ts'
import { shelfKey } from '../../../projections/former.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { SortMenu } from '../../../ui/sort-menu.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { useAmending } from '../../../workplace/amending/use-amending.tsx'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { usePen } from '../../../workplace/use-pen.ts'
import { GapCheck } from '../../../workplace/gap-check.tsx'
import { useToday } from '../../../workplace/today.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { CloseBook } from '../components/close-book.tsx'
import { CorrectLine } from '../components/correct-line.tsx'
import { periodNames, periodNow, periodOf } from '../components/period.ts'
import { OpenBooks } from '../components/open-books.tsx'
import { FormerRegister } from '../components/former-register.tsx'
import { RegisterFoot } from '../components/register-foot.tsx'
import { RegisterTable } from '../components/register-table.tsx'
import { VoidNumber } from '../components/void-number.tsx'
import { useRegisterEntries } from '../hooks/use-register-entries.ts'
import { useRegisterFiles } from '../hooks/use-register-files.ts'
import classes from './registers-screen.module.css'

interface RegistersScreenProps {
  readonly onAmend: (amends: Amending) => void
  readonly onImport: () => void
  readonly onOpenFormer: (entry: string) => void
}

/** Former registers that something was imported into, newest year first. */
function shelvesOf(imports: readonly FormerImport[]): readonly FormerShelf[] {
  const shelves = imports
    .filter((one) => one.status !== 'withdrawn')
    .map(({ direction, year }): FormerShelf => ({ direction, year }))
  const byKey = new Map(shelves.map((one) => [shelfKey(one), one]))
  return [...byKey.values()].toSorted((a, b) => b.year - a.year || a.direction.localeCompare(b.direction))
}

/** Register books of the year and former ones: every number with what it was given to, voided ones struck out with the reason. */
export function RegistersScreen({ onAmend, onImport, onOpenFormer }: RegistersScreenProps) {
  const t = useT()
  const books = useBooks()
  const imports = useFormerImports()
  const isClerk = hasRole(useMe(), 'clerk')
  const [chosen, setChosen] = useState<string | null>(null)
  const sorted = useMemo(
    () =>
      books?.toSorted(
        (a, b) => b.year - a.year || a.direction.localeCompare(b.direction) || a.name.localeCompare(b.name),
      ),
    [books],
  )
  const book = sorted?.find((one) => one.id === chosen) ?? sorted?.[0]
  const shelves = useMemo(() => shelvesOf(imports ?? []), [imports])
  const shelf = shelves.find((one) => shelfKey(one) === chosen)
  const boxes = [
    ...(sorted ?? []).map((one) => ({ id: one.id, label: one.name })),
    ...shelves.map((one) => ({
      id: shelfKey(one),
      label: t(`former.box.${one.direction}`, { year: one.year }),
    })),
  ]
  useCommands(
    useMemo(
      () =>
        isClerk
          ? [verb('register.import', 'former.title', onImport, { icon: 'upload', shortcut: 'KeyM' })]
          : [],
      [isClerk, onImport],
    ),
  )
  return (
    <>
      <ScreenHeader
        title={t('shell.nav.registers')}
        boxes={boxes}
        activeBox={shelf === undefined ? book?.id : shelfKey(shelf)}
        onBox={setChosen}
        actions={
          isClerk && (
            <Button icon="upload" keyHint="M" onClick={onImport}>
              {t('former.title')}
            </Button>
          )
        }
      />
      <OpenBooks />
      {shelf !== undefined ? (
        <FormerRegister key={shelfKey(shelf)} shelf={shelf} onOpen={onOpenFormer} />
      ) : sorted === undefined ? (
        <SkeletonRows density="grid" />
      ) : book === undefined ? (
        <EmptyState text={t('registers.noBook')} />
      ) : (
        <Book key={book.id} book={book} onAmend={onAmend} />
      )}
    </>
  )
}

type Asking = 'close' | 'void' | { readonly letter: string }

interface BookProps {
  readonly book: BookRow
  readonly onAmend: (amends: Amending) => void
}

function Book({ book, onAmend }: BookProps) {
  const t = useT()
  const today = useToday()
  const isClerk = hasRole(useMe(), 'clerk')
  const [periodName, setPeriodName] = useState(() => periodNow(book.year, today))
  const period = useMemo(() => periodOf(book.year, periodName), [book.year, periodName])
  const lines = useRegister(book.id, period.from, period.until)
  const entries = useRegisterEntries(book.direction, lines)
  const [number, setNumber] = useState<number | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const write = useRegisterFiles(book, period, entries ?? NONE)
  const chosen = lines?.find((line) => line.number === number)
  const letter = chosen?.letter?.what === 'letter' ? chosen.letter.id : null
  const issued = useDocument(chosen?.document?.id ?? '')?.state
  const amending = useAmending(issued, onAmend)

  const verbs = useVerbs(
    useMemo(
      () => [
        ...amending.commands,
        verb('register.print', 'registers.verbs.print', () => write('pdf'), {
          icon: 'printer',
          shortcut: 'Control+KeyP',
        }),
        verb('register.xlsx', 'registers.verbs.xlsx', () => write('xlsx'), { icon: 'table' }),
        ...(isClerk
          ? [
              verb('register.close', 'registers.verbs.close', () => setAsking('close'), {
                icon: 'lock',
                shortcut: 'KeyL',
              }),
            ]
          : []),
        verb('register.csv', 'registers.verbs.csv', () => write('csv'), { icon: 'download' }),
        ...(isClerk && letter !== null
          ? [
              verb('register.correct', 'registers.verbs.correct', () => setAsking({ letter }), {
                icon: 'pencil',
              }),
            ]
          : []),
        ...(isClerk
          ? [verb('register.void', 'registers.verbs.void', () => setAsking('void'), { icon: 'x' })]
          : []),
      ],
      [write, isClerk, letter, amending.commands],
    ),
  )
  const close = (): void => setAsking(null)
  return (
    <>
      <ListToolRow summary={t('registers.lines', { count: entries?.length ?? 0 })}>
        <GapCheck book={book} />
        <SortMenu
          value={periodName}
          onChange={setPeriodName}
          choices={periodNames.map((value) => ({ value, label: periodWords(t, book.year, value) }))}
        />
      </ListToolRow>
      <div className={classes.verbs}>
        <VerbBar verbs={verbs} hasPrimary={false} isInline />
        <span className="spacer" />
        <BookPen book={book} />
      </div>
      {entries === undefined ? (
        <SkeletonRows density="grid" />
      ) : entries.length === 0 ? (
        <div className={classes.empty}>
          <EmptyState text={t('registers.empty')} />
        </div>
      ) : (
        <RegisterTable
          label={book.name}
          direction={book.direction}
          entries={entries}
          chosen={number}
          onChoose={setNumber}
        />
      )}
      {amending.asking}
      <RegisterFoot book={book} entries={entries ?? NONE} />
      {asking === 'close' && <CloseBook book={book} onClose={close} />}
      {asking === 'void' && <VoidNumber book={book} onClose={close} />}
      {asking !== null && typeof asking === 'object' && (
        <CorrectLine letter={asking.letter} onClose={close} />
      )}
    </>
  )
}

const NONE: readonly never[] = []

function periodWords(t: ReturnType<typeof useT>, year: number, name: string): string {
  const [kind, number = ''] = name.split('-')
  return kind === 'year'
    ? t('registers.period.year', { year })
    : t(kind === 'quarter' ? 'registers.period.quarter' : 'registers.period.month', { number })
}

/** For those who number: who holds the pen of this book, and borrowing it before the network goes. */
function BookPen({ book }: { readonly book: BookRow }) {
  const me = useMe()
  const { words, verb: penVerb } = usePen(book)
  if (!hasRole(me, 'clerk')) return null
  return (
    <>
      <span className="ellipsis">{words}</span>
      {penVerb !== null && (
        <Button size="small" variant="quiet" icon="key" onClick={penVerb.run}>
          {penVerb.label}
        </Button>
      )}
    </>
  )
}
