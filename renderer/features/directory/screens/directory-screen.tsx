import { useState } from 'react'
import { foldText } from '#shared/kernel/text-folding.ts'
import { useCorrespondents, usePeople, useUnits } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Avatar } from '../../../ui/avatar.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import classes from './directory-screen.module.css'

/** People of the agency by unit, and the agencies one may write to; found without accents. */
export function DirectoryScreen({ find = '' }: { readonly find?: string | undefined }) {
  const t = useT()
  const people = usePeople() ?? []
  const units = useUnits() ?? []
  const agencies = useCorrespondents() ?? []
  const [query, setQuery] = useState(find)
  const fits = (...texts: readonly string[]): boolean => foldText(texts.join(' ')).includes(foldText(query))
  return (
    <>
      <ScreenHeader
        title={t('shell.nav.directory')}
        actions={
          <TextField
            aria-label={t('common.search')}
            placeholder={t('common.search')}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        }
      />
      <div className={classes.page} role="region" tabIndex={0} aria-label={t('shell.nav.directory')}>
        {units.map((unit) => {
          const members = people.filter(
            (post) => post.unit === unit.id && fits(post.name, post.title, unit.name),
          )
          return members.length === 0 ? null : (
            <section key={unit.id}>
              <h2 className={classes.heading}>{unit.name}</h2>
              <ul className={classes.list}>
                {members.map((post) => (
                  <li key={post.id} className={classes.entry}>
                    <Avatar name={post.name} />
                    <strong>{post.name}</strong>
                    <span className="dim">{post.title}</span>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
        <section>
          <h2 className={classes.heading}>{t('directory.agencies')}</h2>
          <ul className={classes.list}>
            {agencies
              .filter((one) => fits(one.name, one.code))
              .map((one) => (
                <li key={one.id} className={classes.entry}>
                  <strong>{one.name}</strong>
                  <span className="num dim">{one.code}</span>
                  <span className="spacer" />
                  <Chip
                    tone={one.onBackbone ? 'ok' : 'soon'}
                    icon={one.onBackbone ? 'circle-check' : 'alert-triangle'}
                  >
                    {t(one.onBackbone ? 'common.picker.onAxis' : 'common.picker.notFound')}
                  </Chip>
                </li>
              ))}
          </ul>
        </section>
      </div>
    </>
  )
}
