import { isOver, isStanding, type SigningDelegation } from '#shared/domain/directory/signing-delegation.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { useIsHead, usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import classes from '../screens/delegation-screen.module.css'

/** Who signs what for the head, on what it rests, and how long; who gave it may end it, and whoever heads the agency now. */
export function SigningList({ list }: { readonly list: readonly SigningDelegation[] }) {
  const t = useT()
  if (list.length === 0) return <p className="dim">{t('delegation.signing.none')}</p>
  return (
    <ul className={classes.list}>
      {list.map((one) => (
        <Line key={one.id} delegation={one} />
      ))}
    </ul>
  )
}

function Line({ delegation }: { readonly delegation: SigningDelegation }) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const desk = useDesk()
  const nameOf = usePostNames()
  const act = useUndoableAct()
  const isHead = useIsHead()
  const { id, form, giver, to, kinds, matters, writing, from, until } = delegation
  const isNow = isStanding(delegation, today)
  const isPast = isOver(delegation, today)
  const what = [
    ...kinds.map((kind) => t(`drafting.types.${kind}`)),
    ...(matters === '' ? [] : [matters]),
    t('delegation.signing.on', { writing }),
  ]
  return (
    <li className={classes.item}>
      <Chip
        tone={isNow ? 'ok' : isPast ? 'done' : 'info'}
        icon={isNow ? 'writing-sign' : isPast ? 'check' : 'calendar'}
      >
        {form}.
      </Chip>
      <span className="num">
        {until === null
          ? t('delegation.signing.sinceOnly', { from: formats.date(from) })
          : `${formats.date(from)} – ${formats.date(until)}`}
      </span>
      <span className="spacer" />
      {(giver === desk.post || isHead) && !isPast && (
        <Button
          size="small"
          onClick={() =>
            void act(
              { kind: 'signing-delegation', id },
              'signing-delegation.end',
              isHead ? { agency: desk.workspace } : {},
              { icon: 'check', text: t('delegation.signing.done.ended') },
            )
          }
        >
          {t('delegation.signing.end')}
        </Button>
      )}
      <span className={classes.whole}>
        {t('delegation.signing.pair', { delegate: nameOf(to), form: `${form}.`, giver: nameOf(giver) })}
        <span className="dim"> · {what.join(' · ')}</span>
      </span>
    </li>
  )
}
