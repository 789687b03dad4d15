import { localDateOf } from '#shared/kernel/instant.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { packOf } from '#shared/domain/meetings/pack.ts'
import { useMeeting, useMeetings } from '../../../database/use-live-meetings.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { WorkOrigin } from '../../../projections/work.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { useNow, useToday } from '../../../workplace/today.ts'
import { useMissingOf } from '../../../workplace/use-files-here.ts'
import classes from './my-work.module.css'

interface NextMeetingProps {
  readonly onOpenOrigin: (origin: WorkOrigin) => void
}

/** The meeting one goes to next, with its papers and whether they are on this machine. */
export function NextMeeting({ onOpenOrigin }: NextMeetingProps) {
  const t = useT()
  const now = useNow()
  const ahead = useMeetings('ahead')
  const next = ahead?.find(
    ({ status, until }) => status === 'inSession' || (status === 'called' && until > now),
  )
  return (
    <PanelSection heading={t('today.side.nextMeeting')}>
      {ahead === undefined ? null : next === undefined ? (
        <p className="dim">{t('today.side.noMeeting')}</p>
      ) : (
        <Called key={next.id} id={next.id} onOpenOrigin={onOpenOrigin} />
      )}
    </PanelSection>
  )
}

function Called({ id, onOpenOrigin }: NextMeetingProps & { readonly id: string }) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const meeting = useMeeting(id)?.state
  if (meeting === undefined) return null
  const { title, from, until, place, callUrl } = meeting
  const where = place === '' && callUrl !== null ? t('meetings.fields.online') : place
  return (
    <>
      <p className={classes.when}>
        <span className="num">
          {formats.dayHeading(localDateOf(from), today)} {formats.time(from)}–{formats.time(until)}
        </span>
        {where !== '' && <span className="dim"> · {where}</span>}
      </p>
      <p className={classes.what}>
        <button
          type="button"
          className={classes.link}
          onClick={() => onOpenOrigin({ kind: 'meeting', id: meeting.id })}
        >
          {title}
        </button>
      </p>
      <Papers meeting={meeting} />
    </>
  )
}

const SHOWN = 5

function Papers({ meeting }: { readonly meeting: Meeting }) {
  const t = useT()
  const papers = meeting.items.flatMap((item) => item.papers)
  const pack = packOf(meeting)
  const missing = useMissingOf(pack)
  if (papers.length === 0) return null
  return (
    <>
      <ul className={classes.sideList}>
        {papers.slice(0, SHOWN).map(({ id, name }) => (
          <li key={id} className={classes.paper}>
            <Icon name="file-text" size="s" />
            <span className="ellipsis">{name}</span>
          </li>
        ))}
        {papers.length > SHOWN && (
          <li className="dim">{t('today.side.morePapers', { count: papers.length - SHOWN })}</li>
        )}
      </ul>
      {missing !== undefined && (
        <p className={classes.what}>
          <Chip tone={missing === 0 ? 'ok' : 'soon'} icon={missing === 0 ? 'circle-check' : 'download'}>
            {missing === 0
              ? t('meetings.pack.here', { count: pack.length })
              : t('meetings.pack.coming', { here: pack.length - missing, count: pack.length })}
          </Chip>
        </p>
      )}
    </>
  )
}
