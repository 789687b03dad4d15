import { useEffect, useState } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { Button } from './button.tsx'
import classes from './skeleton-rows.module.css'
import { rowHeights } from './virtual-list.tsx'

const QUIET_MS = 200
const LONG_MS = 3000

export interface SkeletonRowsProps {
  readonly rows?: number
  readonly density?: keyof typeof rowHeights
  readonly onCancel?: (() => void) | undefined
}

/** Nothing for 200 ms, then still rows of the true height; after 3 s a sentence and a way out. */
export function SkeletonRows({ rows = 12, density = 'two', onCancel }: SkeletonRowsProps) {
  const t = useT()
  const [stage, setStage] = useState<'quiet' | 'rows' | 'long'>('quiet')
  useEffect(() => {
    const shown = setTimeout(() => setStage('rows'), QUIET_MS)
    const long = setTimeout(() => setStage('long'), LONG_MS)
    return () => {
      clearTimeout(shown)
      clearTimeout(long)
    }
  }, [])
  if (stage === 'quiet') return null
  return (
    <div className={classes.rows} aria-busy>
      {stage === 'long' && (
        <div className={classes.long} role="status">
          {t('common.loadingLong')}
          {onCancel !== undefined && (
            <Button size="small" onClick={onCancel}>
              {t('common.cancel')}
            </Button>
          )}
        </div>
      )}
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={classes.row} style={{ height: rowHeights[density] }}>
          <span className={classes.bar} style={{ width: `${[38, 52, 44, 60][index % 4] ?? 40}%` }} />
          {density !== 'grid' && density !== 'one' && (
            <span className={classes.bar} style={{ width: `${[72, 58, 80, 66][index % 4] ?? 70}%` }} />
          )}
        </div>
      ))}
    </div>
  )
}
