import { millisOf } from '#shared/kernel/instant.ts'
import type { AccessKind } from '#shared/log/access.ts'
import { useFormats, useT } from '../../i18n/language-provider.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import type { AccessLine } from './access-lines.ts'
import classes from './access-log.module.css'

const icons: Record<AccessKind, IconName> = {
  opened: 'mail-opened',
  saved: 'device-floppy',
  exported: 'external-link',
}
/** More at once nobody reads; all of them leave with the export. */
const MOST_SHOWN = 500
/** What came to the node later than this was made without a network. */
const LATE_MS = 15 * 60_000

/** Accesses one below the other. */
export function AccessTable({ lines }: { readonly lines: readonly AccessLine[] }) {
  const t = useT()
  const formats = useFormats()
  const shown = lines.slice(0, MOST_SHOWN)
  return (
    <div className={classes.lines} tabIndex={0} role="region" aria-label={t('accesses.title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            {(['at', 'who', 'what', 'file', 'computer'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`accesses.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.id}>
              <td className="num">
                {formats.dateTime(line.at)}
                {millisOf(line.receivedAt) - millisOf(line.at) > LATE_MS && (
                  <small>{t('accesses.arrived', { at: formats.near(line.receivedAt, line.at) })}</small>
                )}
              </td>
              <td>
                {line.name}
                {line.title !== '' && <small>{line.title}</small>}
              </td>
              <td>
                <span className={classes.kind}>
                  <Icon name={icons[line.kind]} size="s" />
                  {t(`accesses.kinds.${line.kind}`)}
                </span>
              </td>
              <td className={classes.file}>{line.file}</td>
              <td>{line.computer}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > shown.length && (
        <p className="dim">{t('accesses.newest', { count: shown.length, total: lines.length })}</p>
      )}
    </div>
  )
}
