import type { Configuration, ConfigurationVersion } from '#shared/domain/configuration/configuration.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import classes from './configuration.module.css'

interface VersionListProps {
  readonly configuration: Configuration | null
  readonly canRestore: boolean
  readonly onOpen: (version: ConfigurationVersion) => void
}

/** Every version, newest first: from which day, by whom, why; each can be compared with what holds, and restored as a new one. */
export function VersionList({ configuration, canRestore, onOpen }: VersionListProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const today = useToday()
  const versions = configuration?.versions ?? []
  const texts = 'administration.configuration.versions' as const
  if (versions.length === 0) return <p className={classes.note}>{t(`${texts}.none`)}</p>
  return (
    <ol className={classes.versions}>
      {versions.toReversed().map((version) => {
        const state = stateOf(versions, version, today)
        const look = looks[state]
        return (
          <li key={version.number}>
            <div className={classes.line}>
              <strong>{t(`${texts}.number`, { version: String(version.number) })}</strong>
              <Chip tone={look.tone} icon={look.icon}>
                {t(`${texts}.${state}`)}
              </Chip>
              <span className="spacer" />
              <Button size="small" icon="git-compare" onClick={() => onOpen(version)}>
                {t(canRestore && state !== 'inForce' ? `${texts}.restore` : `${texts}.compare`)}
              </Button>
            </div>
            <p>{version.reason}</p>
            <p className={classes.note}>
              {t(`${texts}.by`, {
                from: formats.date(version.from),
                date: formats.dateTime(version.at),
                name: nameOf(version.by.post),
              })}
              {version.restores !== null &&
                ` · ${t(`${texts}.restores`, { version: String(version.restores) })}`}
            </p>
          </li>
        )
      })}
    </ol>
  )
}

const looks = {
  inForce: { tone: 'ok', icon: 'circle-check' },
  ahead: { tone: 'info', icon: 'clock' },
  replaced: { tone: 'done', icon: 'check' },
} as const

function stateOf(
  versions: readonly ConfigurationVersion[],
  { number, from }: ConfigurationVersion,
  today: LocalDate,
): keyof typeof looks {
  if (versions.findLast((one) => one.from <= today)?.number === number) return 'inForce'
  return from > today && !versions.some((one) => one.number > number && one.from <= from)
    ? 'ahead'
    : 'replaced'
}
