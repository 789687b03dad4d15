import { useEffect, useState } from 'react'
import type { PracticePerson } from '#shared/ipc/session.ipc.ts'
import type { PracticeState } from '#shared/ipc/practice.ipc.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Avatar } from '../../../ui/avatar.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative, useNativeEvent } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'
import classes from './practice-screen.module.css'

/** Of every key file that the practice node makes; no secret. */
const PRACTICE_PIN = '246810'

interface PracticeScreenProps {
  readonly onSwitch: (person: PracticePerson) => void
}

/** The practice province: who to work as, its network on and off, and back to the first day. */
export function PracticeScreen({ onSwitch }: PracticeScreenProps) {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const desk = useDesk()
  const [people, setPeople] = useState<readonly PracticePerson[]>([])
  const [isAsking, setAsking] = useState(false)
  const [node, setNode] = useState<PracticeState['node']>('running')
  useNativeEvent('practice.changed', (state) => setNode(state.node))

  const guarded = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => {
      const words = noticeOfError(t, error)
      if (words !== undefined) notice(words)
    })
  }
  useEffect(() => {
    void native.invoke('practice.state', undefined).then((state) => setNode(state.node))
    native.invoke('session.listPracticePeople', undefined).then(setPeople, () => setPeople([]))
  }, [native, node])

  const reset = (): void =>
    guarded(native.invoke('practice.reset', undefined).then(() => window.location.reload()))

  const isOn = node === 'running'
  const agencies = [...new Set(people.map((one) => one.agency))]
  return (
    <>
      <ScreenHeader title={t('practice.title')} actions={<Chip tone="soon">{t('practice.mark')}</Chip>} />
      <div className={classes.page}>
        <p>
          {t('practice.explain')} <span className="num">{t('practice.pin', { pin: PRACTICE_PIN })}</span>
        </p>
        <section className={classes.card}>
          <div className={classes.words}>
            <strong>{t(isOn ? 'practice.node.running' : 'practice.node.stopped')}</strong>
            <p>{t('practice.node.explain')}</p>
          </div>
          <Button
            icon={isOn ? 'plug-x' : 'cloud-check'}
            onClick={() =>
              guarded(native.invoke(isOn ? 'practice.stopNode' : 'practice.startNode', undefined))
            }
          >
            {t(isOn ? 'practice.node.stop' : 'practice.node.start')}
          </Button>
        </section>
        {agencies.map((agency) => (
          <section key={agency}>
            <h2 className={classes.heading}>{agency}</h2>
            <ul className={classes.people}>
              {people
                .filter((one) => one.agency === agency)
                .map((one) => {
                  const isCurrent = one.post === desk.post
                  return (
                    <li key={one.post}>
                      <button
                        type="button"
                        className={classes.person}
                        disabled={isCurrent}
                        onClick={() => onSwitch(one)}
                      >
                        <Avatar name={one.name} />
                        <span className={classes.words}>
                          <span className="visually-hidden">
                            {t('practice.switchTo', { name: one.name })}
                          </span>
                          <strong aria-hidden>{one.name}</strong>
                          <span className="dim">{one.title}</span>
                        </span>
                        {isCurrent && <Chip tone="ok">{t('practice.current')}</Chip>}
                      </button>
                    </li>
                  )
                })}
            </ul>
          </section>
        ))}
        <section className={classes.card}>
          <div className={classes.words}>
            <strong>{t('practice.reset')}</strong>
            <p>{t('practice.resetExplain')}</p>
          </div>
          <Button onClick={() => setAsking(true)}>{t('practice.reset')}</Button>
        </section>
        <SheetDialog
          title={t('practice.reset')}
          description={t('practice.resetExplain')}
          isOpen={isAsking}
          onClose={() => setAsking(false)}
          place="middle"
          onConfirm={reset}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
              <Button variant="primary" onClick={reset}>
                {t('practice.reset')}
              </Button>
            </>
          }
        />
      </div>
    </>
  )
}
