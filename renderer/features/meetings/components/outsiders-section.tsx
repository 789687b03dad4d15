import type { Meeting, Outsider } from '#shared/domain/meetings/meeting.ts'
import type { OutsiderAnswer, OutsiderAttendance } from '#shared/domain/meetings/outsider-answer.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip, type Tone } from '../../../ui/chip.tsx'
import type { IconName } from '../../../ui/icons.ts'
import { PanelSection } from '../../../ui/panel.tsx'
import { ProposedTime } from '../../../workplace/meetings/proposed-time.tsx'
import { useOwnPart } from '../hooks/use-meeting-acts.ts'
import { useOutsiderFiles, type OutsiderFiles } from '../hooks/use-outsider-files.ts'
import classes from './meetings.module.css'

const looks: Readonly<Record<OutsiderAttendance, { readonly tone: Tone; readonly icon: IconName }>> = {
  coming: { tone: 'ok', icon: 'check' },
  absent: { tone: 'over', icon: 'x' },
  maybe: { tone: 'soon', icon: 'hourglass' },
}

/** People from outside the agency, what they answered, and the calendar files that go to and fro. */
export function OutsidersSection({ meeting }: { readonly meeting: Meeting }) {
  const t = useT()
  const { runs } = useOwnPart(meeting)
  const files = useOutsiderFiles(meeting)
  const { outsiders, status } = meeting
  const isOpen = status === 'called'
  const canWrite =
    runs && (isOpen || status === 'cancelled') && outsiders.some(({ address }) => address !== null)
  return (
    <PanelSection heading={t('meetings.outsiders.title')}>
      <ul className={classes.people}>
        {outsiders.map((one) => (
          <Guest
            key={`${one.name} ${one.address ?? ''}`}
            guest={one}
            answer={(meeting.outsiderAnswers ?? []).find(
              ({ address }) => address === one.address?.toLowerCase(),
            )}
            files={runs && isOpen ? files : undefined}
          />
        ))}
      </ul>
      {canWrite && (
        <p className={classes.told}>
          <Button size="small" icon="download" onClick={files.save}>
            {t(isOpen ? 'meetings.outsiders.save' : 'meetings.outsiders.saveOff', {
              version: files.version,
            })}
          </Button>
          {isOpen && (
            <Button size="small" icon="mail-opened" onClick={files.read}>
              {t('meetings.outsiders.read')}
            </Button>
          )}
        </p>
      )}
    </PanelSection>
  )
}

interface GuestProps {
  readonly guest: Outsider
  readonly answer: OutsiderAnswer | undefined
  /** Undefined: nothing to decide for this post. */
  readonly files: OutsiderFiles | undefined
}

function Guest({ guest, answer, files }: GuestProps) {
  const t = useT()
  const { name, agency, address } = guest
  const look = answer === undefined ? undefined : looks[answer.attendance]
  const proposal = answer?.proposal
  return (
    <li className={classes.position}>
      <span className={classes.name}>{name}</span>
      {agency !== '' && <span className={classes.beside}>{agency}</span>}
      <span className="spacer" />
      {address === null ? (
        <span className="dim">{t('meetings.outsiders.noAddress')}</span>
      ) : (
        answer !== undefined &&
        look !== undefined && (
          <Chip tone={look.tone} icon={look.icon}>
            {t(`meetings.outsiders.answers.${answer.attendance}`)}
          </Chip>
        )
      )}
      {answer !== undefined && answer.words !== '' && <p className={classes.words}>{answer.words}</p>}
      {proposal != null && (
        <ProposedTime
          {...proposal}
          onSettle={
            files === undefined || address === null
              ? undefined
              : (isTaken) => (isTaken ? files.take : files.decline)(address.toLowerCase())
          }
        />
      )}
    </li>
  )
}
