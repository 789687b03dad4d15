import { useMemo, useState } from 'react'
import type { ImportPlan } from '#shared/domain/registers/former/import-plan.ts'
import { useOfficial, useT } from '../../../i18n/language-provider.tsx'
import { formerCells } from './former-cells.ts'
import classes from './import.module.css'
import { RegisterTable } from './register-table.tsx'

/** The lines that an import would bring, as they will stand in the register. */
export function ImportPreview({ plan }: { readonly plan: ImportPlan }) {
  const t = useT()
  const { formats } = useOfficial()
  const [chosen, setChosen] = useState<number | null>(null)
  const entries = useMemo(
    () =>
      plan.pages
        .flatMap((page) => page.entries)
        .toSorted((a, b) => a.line - b.line)
        .map((entry) => formerCells(plan.direction, entry.facts, entry.line, formats)),
    [plan, formats],
  )
  if (entries.length === 0) return null
  return (
    <div className={classes.preview}>
      <RegisterTable
        label={t('former.preview')}
        direction={plan.direction}
        entries={entries}
        chosen={chosen}
        onChoose={setChosen}
      />
    </div>
  )
}
