import { useState } from 'react'
import { collectiveFields, collectiveHash, endedCollective } from '#shared/domain/directory/collectives.ts'
import type { Collective } from '#shared/domain/directory/directory.ts'
import { useAgency } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { IconButton } from '../../../ui/button.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useAct } from '../../../workplace/use-act.ts'
import classes from './codes-box.module.css'
import { CollectiveForm } from './collective-form.tsx'
import { CollectiveSheet } from './collective-sheet.tsx'

/** The bodies of the agency that decide together, each with its short form and who signs on its behalf, and what they were before; an administrator names and changes them. */
export function CollectivesBox() {
  const t = useT()
  const desk = useDesk()
  const act = useAct()
  const nameOf = usePostNames()
  const formats = useFormats()
  const agency = useAgency()?.state
  const [changing, setChanging] = useState<Collective | null>(null)
  const ref = { kind: 'agency', id: desk.workspace } as const
  const name = async (collective: Collective, over: string | null): Promise<boolean> =>
    (await act(ref, 'agency.nameCollective', { ...collectiveFields.parse(collective), over })) !== undefined
  const add = (asked: Omit<Collective, 'id'>): Promise<boolean> =>
    name(
      {
        ...asked,
        id: (agency === undefined ? undefined : endedCollective(agency, asked)?.id) ?? desk.newId(),
      },
      null,
    )
  const { collectives = [], formerCollectives = [] } = agency ?? {}
  return (
    <div className={classes.page}>
      <PanelSection heading={t('administration.collectives.title')} isLast={formerCollectives.length === 0}>
        {collectives.length === 0 && <p className="dim">{t('administration.collectives.none')}</p>}
        <ul className={classes.codes}>
          {collectives.map((one) => (
            <li key={one.id} className={classes.collective}>
              <span>
                <b>{one.name}</b>
                <br />
                <span className="dim">
                  {t('administration.collectives.line', { ...one, signer: nameOf(one.signer) })}
                </span>
              </span>
              <span className="spacer" />
              <IconButton
                icon="pencil"
                label={t('administration.collectives.change', { name: one.name })}
                onClick={() => setChanging(one)}
              />
              <IconButton
                icon="x"
                label={t('administration.collectives.remove', { name: one.name })}
                onClick={() => void act(ref, 'agency.endCollective', { id: one.id })}
              />
            </li>
          ))}
        </ul>
        <CollectiveForm confirm={t('administration.collectives.add')} onConfirm={add} />
      </PanelSection>
      {formerCollectives.length > 0 && (
        <PanelSection heading={t('administration.collectives.former')} isLast>
          <ul className={classes.codes}>
            {formerCollectives.toReversed().map((one) => (
              <li key={`${one.id} ${one.until}`}>
                {one.name}
                <br />
                <span className="dim">
                  {t('administration.collectives.formerLine', {
                    ...{ ...one, signer: nameOf(one.signer) },
                    until: formats.date(one.until),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      {changing !== null && (
        <CollectiveSheet
          collective={changing}
          onClose={() => setChanging(null)}
          onChange={(next) => name(next, collectiveHash(changing))}
        />
      )}
    </div>
  )
}
