import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { CalendarServerAct, PublishProblem } from '#shared/protocol/calendar-server.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextRow } from '../../../ui/text-row.tsx'
import classes from '../components/publishing.module.css'

/** Does an act; answers why it was refused, null when it was done, undefined when the node did not answer. */
export type OnServerAct = (act: CalendarServerAct) => Promise<PublishProblem | null | undefined>

/** Asks for the account on the calendar server. What is typed stays when it is refused. `takesKeys`: what had them went away. */
export function OwnServerForm({
  isAsking,
  takesKeys,
  onAct,
}: {
  readonly isAsking: boolean
  readonly takesKeys: boolean
  readonly onAct: OnServerAct
}) {
  const t = useT()
  const [user, setUser] = useState('')
  const [password, setPassword] = useState('')
  const [path, setPath] = useState('')
  const [refused, setRefused] = useState<PublishProblem | null>(null)
  // As HTTP sends it (RFC 7617).
  const hasColon = user.includes(':')
  const isReady = user.trim() !== '' && !hasColon && password !== ''
  const begin = async (): Promise<void> => {
    const typed = path.trim()
    setRefused((await onAct({ kind: 'begin', user, password, path: typed === '' ? null : typed })) ?? null)
  }
  return (
    <ServerForm
      isReady={isReady}
      onSubmit={() => void begin()}
      refused={refused}
      acts={
        <Button type="submit" icon="cloud-up" disabled={!isReady}>
          {t(isAsking ? 'schedule.server.asking' : 'schedule.server.begin')}
        </Button>
      }
    >
      <div className={classes.fields}>
        <TextRow
          label={t('schedule.server.user')}
          value={user}
          maxLength={200}
          autoFocus={takesKeys}
          error={hasColon ? t('schedule.server.noColon') : undefined}
          onValue={setUser}
        />
        <TextRow
          label={t('schedule.server.password')}
          hint={t('schedule.server.passwordHint')}
          type="password"
          value={password}
          maxLength={1000}
          onValue={setPassword}
        />
        <TextRow
          label={t('schedule.server.path')}
          hint={t('schedule.server.pathHint')}
          isOptional
          value={path}
          maxLength={500}
          onValue={setPath}
        />
      </div>
    </ServerForm>
  )
}

/** Fields that are sent with `Enter`; `Ctrl Enter`, which closes the sheet around them, sends them too and loses nothing. */
export function ServerForm({
  isReady,
  onSubmit,
  refused,
  acts,
  children,
}: {
  readonly isReady: boolean
  readonly onSubmit: () => void
  readonly refused: PublishProblem | null
  readonly acts: ReactNode
  readonly children: ReactNode
}) {
  const t = useT()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.code !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (isReady) onSubmit()
  }
  return (
    <form
      className={classes.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onSubmit()
      }}
    >
      {children}
      {refused !== null && (
        <p className={classes.error} role="alert">
          {t(`schedule.server.problems.${refused}`)}
        </p>
      )}
      <div key={refused} ref={refused === null ? undefined : intoSight} className={classes.acts}>
        {acts}
      </div>
    </form>
  )
}

/** The act and, above it, why it was refused: both may lie below the edge of the sheet. */
function intoSight(acts: HTMLElement | null): void {
  acts?.scrollIntoView({ block: 'nearest' })
}
