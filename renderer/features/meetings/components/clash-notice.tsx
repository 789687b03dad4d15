import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import type { Clash } from '../hooks/use-clashes.ts'
import classes from './invitation.module.css'

/** Who is already somewhere else at that time; says so without keeping anybody from going on. */
export function ClashNotice({ clashes }: { readonly clashes: readonly Clash[] }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  return (
    <div role="status">
      {clashes.length > 0 && (
        <div className={classes.clash}>
          <Icon name="alert-triangle" size="s" />
          <ul className={classes.clashes}>
            {clashes.map(({ post, title, from, until }) => (
              <li key={`${post} ${from} ${title}`}>
                {t('meetings.clash', {
                  name: nameOf(post),
                  hours: `${formats.time(from)}–${formats.time(until)}`,
                  title,
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
