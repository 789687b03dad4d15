import { useMemo, useState } from 'react'
import { numberSeries } from '#shared/domain/registers/former/number-series.ts'
import type { FormerShelf } from '#shared/domain/registers/former/former-entry.ts'
import { registerSheet } from '#shared/domain/registers/register-sheet.ts'
import { csvOf } from '#shared/spreadsheet/csv.ts'
import { xlsxOf } from '#shared/spreadsheet/xlsx.ts'
import { useFormerRegister } from '../../../database/use-live.ts'
import { useFormats, useOfficial, useT } from '../../../i18n/language-provider.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { useSaveBytes } from '../hooks/use-save-bytes.ts'
import { formerCells } from './former-cells.ts'
import classes from './import.module.css'
import { RegisterTable } from './register-table.tsx'

interface FormerRegisterProps {
  readonly shelf: FormerShelf
  readonly onOpen: (entry: string) => void
}

/** A register of a former year as it was imported: every line in the columns of the law, none of them numbered here. */
export function FormerRegister({ shelf, onOpen }: FormerRegisterProps) {
  const t = useT()
  const formats = useFormats()
  const official = useOfficial()
  const rows = useFormerRegister(shelf)
  const save = useSaveBytes()
  const [chosen, setChosen] = useState<number | null>(null)
  const { direction, year } = shelf
  const entries = useMemo(
    () => rows?.map((row, at) => formerCells(direction, row.facts, at + 1, official.formats)),
    [rows, direction, official.formats],
  )
  const gaps = useMemo(
    () =>
      numberSeries(shelf, rows ?? [])
        .flatMap((one) => one.gaps)
        .reduce((sum, { from, to }) => sum + to - from + 1, 0),
    [rows, shelf],
  )
  const name = t(`former.proposed.${direction}`, { year })
  const active = chosen === null ? undefined : rows?.[chosen - 1]
  const verbs = useVerbs(
    useMemo(() => {
      const sheet = registerSheet(name, direction, entries ?? [])
      return [
        ...(active === undefined
          ? []
          : [
              verb('former.open', 'former.verbs.open', () => onOpen(active.id), {
                icon: 'external-link',
                shortcut: 'Enter',
              }),
            ]),
        verb('former.xlsx', 'registers.verbs.xlsx', () => save(`${name}.xlsx`, xlsxOf([sheet])), {
          icon: 'table',
        }),
        verb('former.csv', 'registers.verbs.csv', () => save(`${name}.csv`, csvOf(sheet)), {
          icon: 'download',
        }),
      ]
    }, [active, entries, name, direction, onOpen, save]),
  )
  if (entries === undefined) return <SkeletonRows density="grid" />
  return (
    <>
      <ListToolRow summary={t('registers.lines', { count: entries.length })}>
        <Chip tone="info" icon="upload">
          {t('former.mark')}
        </Chip>
        {gaps > 0 && (
          <Chip tone="soon" icon="alert-triangle">
            {t('former.counts.gaps', { count: gaps })}
          </Chip>
        )}
        {entries.length > 0 && (
          <span className="num">
            {t('former.filesHere', {
              count: (rows ?? []).filter((row) => row.files.length > 0).length,
              total: formats.number(entries.length),
            })}
          </span>
        )}
      </ListToolRow>
      <div className={classes.verbs}>
        <VerbBar verbs={verbs} hasPrimary={false} isInline />
      </div>
      {entries.length === 0 ? (
        <EmptyState text={t('former.empty')} />
      ) : (
        <RegisterTable
          label={name}
          direction={direction}
          entries={entries}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
    </>
  )
}
