import { useMemo, useState, type ReactNode } from 'react'
import { useMyWork } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { WorkRow } from '../../../projections/work.ts'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { hasRole, useMe } from '../../../workplace/me.ts'
import type { SignMany } from '../../../workplace/sign.ts'
import { FormCheckBox } from '../components/form-check-box.tsx'
import { SigningBox } from '../components/signing-box.tsx'

const boxes = ['toSign', 'toInitial', 'toCheck'] as const
type Box = (typeof boxes)[number]
const reasonOf: Record<Box, WorkRow['reason']> = {
  toSign: 'sign',
  toInitial: 'review',
  toCheck: 'checkForm',
}
const roleOf = { toSign: 'leader', toInitial: 'unit-head', toCheck: 'form-checker' } as const

interface ToSignScreenProps {
  readonly onOpen: (id: string) => void
  /** Initials drafts with one PIN. */
  readonly initialMany: SignMany
  /** The page of a draft, which has no PDF before it is initialled. */
  readonly draftPage: (id: string) => ReactNode
}

/** Documents that wait for this post's signature, initials, or check of form. */
export function ToSignScreen(props: ToSignScreenProps) {
  const t = useT()
  const me = useMe()
  const work = useMyWork()
  const [asked, setBox] = useState<Box | null>(null)
  const box = asked ?? boxes.find((id) => hasRole(me, roleOf[id])) ?? 'toInitial'
  const rows = useMemo(() => (work ?? []).filter((row) => row.reason === reasonOf[box]), [work, box])
  const countOf = (id: Box): number => (work ?? []).filter((row) => row.reason === reasonOf[id]).length
  const header = (actions?: ReactNode): ReactNode => (
    <ScreenHeader
      title={t('signing.title')}
      boxes={boxes
        .filter((id) => hasRole(me, roleOf[id]) || countOf(id) > 0)
        .map((id) => ({ id, label: t(`signing.boxes.${id}`), count: countOf(id) }))}
      activeBox={box}
      onBox={(id) => setBox(id as Box)}
      actions={actions}
    />
  )
  if (work === undefined)
    return (
      <>
        {header()}
        <SkeletonRows />
      </>
    )
  return box === 'toCheck' ? (
    <FormCheckBox rows={rows} header={header} onOpen={props.onOpen} />
  ) : (
    <SigningBox key={box} box={box} rows={rows} header={header} {...props} />
  )
}
