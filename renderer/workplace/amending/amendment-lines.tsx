import type { AmendmentWay, Citation } from '#shared/domain/documents/amendment.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import classes from './amending.module.css'
import { useCited } from './use-cited.ts'

/** A tie between two documents, seen from one of them. */
export interface AmendmentLine extends Citation {
  readonly way: AmendmentWay
  /** `doneBy`: what a later one did to it; `doesTo`: what it does to an earlier one. */
  readonly side: 'doneBy' | 'doesTo'
  /** Id of the other one; null: it is not here. */
  readonly other: string | null
}

export const amendmentIcons: Readonly<Record<AmendmentWay, IconName>> = {
  correction: 'pencil',
  replacement: 'refresh',
  recall: 'arrow-back-up',
}

interface AmendmentLinesProps {
  readonly lines: readonly AmendmentLine[]
  readonly onOpen?: ((id: string) => void) | undefined
}

/** What recalls, replaces or puts right a document, and what it does so to: in words, each with a way to the other one. */
export function AmendmentLines({ lines, onOpen }: AmendmentLinesProps) {
  const t = useT()
  const cited = useCited()
  if (lines.length === 0) return null
  return (
    <ul className={classes.lines}>
      {lines.map((line) => {
        const { way, side, other } = line
        return (
          <li key={`${side} ${way} ${line.code}`} className={classes.line} data-way={way} data-side={side}>
            <Icon name={amendmentIcons[way]} size="s" />
            <span className="num">{t(`amending.${side}.${way}`, { cited: cited(line) })}</span>
            {other !== null && onOpen !== undefined && (
              <Button size="small" variant="quiet" onClick={() => onOpen(other)}>
                {t('amending.open')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
