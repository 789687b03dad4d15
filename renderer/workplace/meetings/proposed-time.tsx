import { useFormats, useT } from '../../i18n/language-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import classes from './proposed-time.module.css'

interface ProposedTimeProps {
  readonly from: string
  readonly until: string
  /** Undefined: nothing to decide for this post. */
  readonly onSettle: ((isTaken: boolean) => void) | undefined
}

/** Another time that somebody proposed, to be taken or not by whoever runs the meeting. */
export function ProposedTime({ from, until, onSettle }: ProposedTimeProps) {
  const t = useT()
  const formats = useFormats()
  return (
    <div className={classes.line}>
      <Chip tone="soon" icon="clock">
        {t('meetings.outsiders.proposes', {
          day: formats.fullDate(from),
          hours: `${formats.time(from)}–${formats.time(until)}`,
        })}
      </Chip>
      {onSettle !== undefined && (
        <>
          <Button size="small" icon="check" onClick={() => onSettle(true)}>
            {t('meetings.outsiders.take')}
          </Button>
          <Button size="small" icon="x" onClick={() => onSettle(false)}>
            {t('meetings.outsiders.decline')}
          </Button>
        </>
      )}
    </div>
  )
}
