import { useMemo, type ReactNode } from 'react'
import type { Selection } from '#shared/domain/boards/narrow.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { figureKey } from './figure-words.ts'

interface FigureHeaderProps {
  readonly selection: Selection
  /** Unit or person it is narrowed to; empty: everyone. */
  readonly who: string
  readonly count: number
  readonly period: string
  readonly onBack: () => void
  readonly actions?: ReactNode
}

/** Which number the list stands behind; `Esc` leads back to the boards. */
export function FigureHeader({ selection, who, count, period, onBack, actions }: FigureHeaderProps) {
  const t = useT()
  const formats = useFormats()
  const name = t(figureKey(selection.figure))
  useVerbs(
    useMemo(
      () => [verb('boards.back', 'boards.back', onBack, { icon: 'arrow-left', shortcut: 'Escape' })],
      [onBack],
    ),
  )
  const title = who === '' ? name : t('boards.figureOf', { figure: name, who })
  return (
    <ScreenHeader
      title={t('boards.figureCount', { figure: title, total: formats.number(count) })}
      note={period}
      actions={
        <>
          {actions}
          <Button icon="arrow-left" keyHint="Esc" onClick={onBack}>
            {t('boards.back')}
          </Button>
        </>
      }
    />
  )
}
