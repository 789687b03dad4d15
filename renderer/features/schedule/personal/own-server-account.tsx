import { useState } from 'react'
import type { CalendarServerAnswer, PublishProblem } from '#shared/protocol/calendar-server.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { TextRow } from '../../../ui/text-row.tsx'
import { PublishingWords, type Remedy } from '../components/publishing-words.tsx'
import classes from '../components/publishing.module.css'
import { ServerForm, type OnServerAct } from './own-server-form.tsx'

interface OwnServerAccountProps {
  readonly own: NonNullable<CalendarServerAnswer['own']>
  readonly isAsking: boolean
  /** What had the keys went away. */
  readonly takesKeys: boolean
  readonly onAct: OnServerAct
}

type Asking = 'password' | 'end'

const remedyOf = (problem: PublishProblem): Remedy | null =>
  problem === 'wrong-password' ? 'changePassword' : null

/** How one's calendar gets to the server, and what may be done about it. */
export function OwnServerAccount({ own, isAsking, takesKeys, onAct }: OwnServerAccountProps) {
  const t = useT()
  const [asking, setAsking] = useState<Asking | null>(null)
  // The keys go back to the button that asked.
  const [last, setLast] = useState<Asking | null>(takesKeys ? 'password' : null)
  const close = (): void => {
    setLast(asking)
    setAsking(null)
  }
  if (own.isEnding)
    return (
      <>
        <p className={classes.account}>{t('schedule.server.ending')}</p>
        {own.publishing.problem !== null && (
          <PublishingWords publishing={own.publishing} remedyOf={remedyOf} />
        )}
        <div className={classes.acts}>
          <Button
            size="small"
            icon="x"
            autoFocus={takesKeys}
            onClick={() => void onAct({ kind: 'end', takeAway: false })}
          >
            {t('schedule.server.endLeaving')}
          </Button>
        </div>
      </>
    )
  return (
    <>
      <p className={`${classes.account} num`}>
        {t('schedule.server.account', { user: own.user, address: own.address })}
      </p>
      <PublishingWords publishing={own.publishing} remedyOf={remedyOf} />
      {asking === null && (
        <div className={classes.acts}>
          <Button size="small" icon="cloud-up" onClick={() => void onAct({ kind: 'tryNow' })}>
            {t('schedule.server.tryNow')}
          </Button>
          <Button
            size="small"
            icon="key"
            autoFocus={last === 'password'}
            onClick={() => setAsking('password')}
          >
            {t('schedule.server.changePassword')}
          </Button>
          <Button size="small" icon="x" autoFocus={last === 'end'} onClick={() => setAsking('end')}>
            {t('schedule.server.end')}
          </Button>
        </div>
      )}
      {asking === 'password' && <PasswordForm isAsking={isAsking} onAct={onAct} onClose={close} />}
      {asking === 'end' && <EndForm onAct={onAct} onClose={close} />}
    </>
  )
}

interface SmallFormProps {
  readonly isAsking: boolean
  readonly onAct: OnServerAct
  readonly onClose: () => void
}

function PasswordForm({ isAsking, onAct, onClose }: SmallFormProps) {
  const t = useT()
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<PublishProblem | null>(null)
  const isReady = password !== ''
  const change = async (): Promise<void> => {
    const problem = await onAct({ kind: 'changePassword', password })
    if (problem === null) onClose()
    else setRefused(problem ?? null)
  }
  return (
    <ServerForm
      isReady={isReady}
      onSubmit={() => void change()}
      refused={refused}
      acts={
        <>
          <Button size="small" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button size="small" type="submit" icon="key" disabled={!isReady}>
            {t(isAsking ? 'schedule.server.asking' : 'schedule.server.keepPassword')}
          </Button>
        </>
      }
    >
      <div className={classes.fields}>
        <TextRow
          label={t('schedule.server.newPassword')}
          hint={t('schedule.server.passwordHint')}
          type="password"
          autoFocus
          value={password}
          maxLength={1000}
          onValue={setPassword}
        />
      </div>
    </ServerForm>
  )
}

function EndForm({ onAct, onClose }: Omit<SmallFormProps, 'isAsking'>) {
  const t = useT()
  const [takeAway, setTakeAway] = useState(true)
  const end = async (): Promise<void> => {
    if ((await onAct({ kind: 'end', takeAway })) === null) onClose()
  }
  return (
    <ServerForm
      isReady
      onSubmit={() => void end()}
      refused={null}
      acts={
        <>
          <Button size="small" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button size="small" type="submit" icon="x" autoFocus>
            {t('schedule.server.endNow')}
          </Button>
        </>
      }
    >
      <label className={classes.choice}>
        <Checkbox checked={takeAway} label={t('schedule.server.takeAway')} onChange={setTakeAway} />
        {t('schedule.server.takeAway')}
      </label>
    </ServerForm>
  )
}
