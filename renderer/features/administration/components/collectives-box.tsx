import { useState } from 'react'
import { collectiveFields } from '#shared/domain/directory/collectives.ts'
import { useAgency, usePeople } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import { TextRow } from '../../../ui/text-row.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useAct } from '../../../workplace/use-act.ts'
import classes from './codes-box.module.css'

const BLANK = { name: '', abbreviation: '', title: '' }

/** The bodies of the agency that decide together, each with its short form and who signs on its behalf; an administrator names them. */
export function CollectivesBox() {
  const t = useT()
  const desk = useDesk()
  const act = useAct()
  const nameOf = usePostNames()
  const agency = useAgency()?.state
  const people = usePeople() ?? []
  const [words, setWords] = useState(BLANK)
  const [signer, setSigner] = useState<readonly string[]>([])
  const ref = { kind: 'agency', id: desk.workspace } as const
  const asked = collectiveFields.safeParse({
    id: 'new',
    name: words.name,
    abbreviation: words.abbreviation.trim(),
    title: words.title,
    signer: signer[0] ?? '',
  })
  const add = async (): Promise<void> => {
    if (!asked.success) return
    const done = await act(ref, 'agency.nameCollective', { ...asked.data, id: desk.newId() })
    if (done === undefined) return
    setWords(BLANK)
    setSigner([])
  }
  const row = (field: keyof typeof BLANK, hint?: string) => ({
    value: words[field],
    maxLength: 200,
    onValue: (value: string) => setWords((now) => ({ ...now, [field]: value })),
    ...(hint === undefined ? {} : { hint }),
  })
  const collectives = agency?.collectives ?? []
  return (
    <div className={classes.page}>
      <PanelSection heading={t('administration.collectives.title')} isLast>
        {collectives.length === 0 && <p className="dim">{t('administration.collectives.none')}</p>}
        <ul className={classes.codes}>
          {collectives.map(({ id, name, abbreviation, title, signer: post }) => (
            <li key={id} className={classes.collective}>
              <span>
                <b>{name}</b>
                <br />
                <span className="dim">
                  {t('administration.collectives.line', { abbreviation, title, signer: nameOf(post) })}
                </span>
              </span>
              <span className="spacer" />
              <IconButton
                icon="x"
                label={t('administration.collectives.remove', { name })}
                onClick={() => void act(ref, 'agency.endCollective', { id })}
              />
            </li>
          ))}
        </ul>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault()
            void add()
          }}
        >
          <div className={classes.fields}>
            <TextRow
              label={t('administration.collectives.name')}
              {...row('name', t('administration.collectives.nameHint'))}
            />
            <TextRow
              label={t('administration.collectives.abbreviation')}
              {...row('abbreviation', t('administration.collectives.abbreviationHint'))}
            />
            <TextRow
              label={t('administration.collectives.signerTitle')}
              {...row('title', t('administration.collectives.signerTitleHint'))}
            />
            <PeopleRow
              label={t('administration.collectives.signer')}
              options={people
                .filter(({ roles }) => roles.includes('leader'))
                .map(({ id, name, title }) => ({ id, name, detail: title }))}
              value={signer}
              onChange={setSigner}
            />
          </div>
          <Button type="submit" variant="primary" disabled={!asked.success}>
            {t('administration.collectives.add')}
          </Button>
        </form>
      </PanelSection>
    </div>
  )
}
