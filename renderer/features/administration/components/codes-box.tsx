import { useState } from 'react'
import { useAgency } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { TextRow } from '../../../ui/text-row.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import classes from './codes-box.module.css'

const CODE = /^[0-9A-Za-z]+([._-][0-9A-Za-z]+)*$/

/** The identification codes under which the agency is reached; an administrator may add one. */
export function CodesBox() {
  const t = useT()
  const desk = useDesk()
  const act = useAct()
  const agency = useAgency()
  const [code, setCode] = useState('')
  const isCode = CODE.test(code.trim())
  const add = async (): Promise<void> => {
    const done = await act({ kind: 'agency', id: desk.workspace }, 'agency.addCode', { code: code.trim() })
    if (done !== undefined) setCode('')
  }
  return (
    <div className={classes.page}>
      <PanelSection heading={t('administration.codes')} isLast>
        <ul className={classes.codes}>
          {(agency?.state.codes ?? []).map((one) => (
            <li key={one} className="num">
              {one}
            </li>
          ))}
        </ul>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (isCode) void add()
          }}
        >
          <TextRow
            label={t('administration.newCode')}
            hint={t('administration.codeHint')}
            value={code}
            maxLength={35}
            onValue={setCode}
          />
          <Button type="submit" variant="primary" disabled={!isCode}>
            {t('administration.addCode')}
          </Button>
        </form>
      </PanelSection>
    </div>
  )
}
