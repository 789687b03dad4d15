import { listActOf } from '../ui/list-keys.ts'
import type { ListAct } from '../ui/list-keys.ts'
import { actsItself, isInMenu, takesText } from './key-targets.ts'
import { pressOf } from './shortcut.ts'

/** How long a key waits for what it is meant for. */
const PATIENCE_MS = 2000

/** Letters, digits and Enter mean something to commands alone; all others have an effect of their own that could not be given back. */
const CAN_WAIT = /^(Shift\+)?(Key[A-Z]|Digit\d|Enter)$/

export interface KeyPatienceOptions {
  /** True while what was chosen is not read yet. */
  readonly isReading: () => boolean
  /** Milliseconds since any fixed moment. */
  readonly now: () => number
  /** Runs work after what is on screen has followed. */
  readonly later: (work: () => void) => void
}

export interface KeyPatience {
  /** To be heard in the capture phase, before any other part. */
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onPointerDown: (event: Event) => void
  /** Something else is looked at because the user wanted it: the keys that follow are meant for it. */
  readonly chose: () => void
  /** What is looked at may change without the user having chosen it: no key is meant for what comes. */
  readonly acted: () => void
  /** What was waited for is read. */
  readonly onRead: () => void
}

interface Held {
  readonly event: KeyboardEvent
  readonly at: number
}

/**
 * Keeps keys that are pressed before the chosen thing is read, and gives them back one by one, in order, as soon as it is: `J` and `P` mean
 * the next letter however fast they come. After an act nothing is kept, so that a key pressed twice never acts on a letter nobody saw.
 */
export function createKeyPatience({ isReading, now, later }: KeyPatienceOptions): KeyPatience {
  const given = new WeakSet<Event>()
  let held: readonly Held[] = []
  let chosenAt: number | null = null

  const forget = () => {
    held = []
  }
  const chose = () => {
    chosenAt = now()
  }
  const isFresh = (at: number | null | undefined) => typeof at === 'number' && now() - at <= PATIENCE_MS

  const give = () => {
    // What comes now came by an act: only what is chosen after it may be acted on.
    if (chosenAt === null && isReading()) held = fromNextMove(held)
    const [first, ...rest] = held
    if (first === undefined || isReading()) return
    if (!isFresh(first.at)) {
      forget()
      return
    }
    held = rest
    const again = new KeyboardEvent('keydown', first.event)
    given.add(again)
    const target = document.activeElement ?? document.body
    if (target.dispatchEvent(again)) typeInto(target, first.event)
    later(give)
  }

  return {
    onKeyDown(event) {
      const press = pressOf(event)
      if (press === undefined || event.isComposing) return
      if (given.has(event)) {
        if (listActAt(event) !== undefined) chose()
        return
      }
      if (press === 'Escape' || takesText(event.target) || isInMenu(event.target)) forget()
      if (!isFresh(held[0]?.at)) forget()
      const mustWait = held.length > 0 || (isFresh(chosenAt) && isReading() && !needsListOnly(event))
      if (mustWait && CAN_WAIT.test(press) && !takesKey(event, press)) {
        event.preventDefault()
        event.stopImmediatePropagation()
        if (!event.repeat) held = [...held, { event, at: now() }]
      } else if (listActAt(event) !== undefined) chose()
    },
    onPointerDown({ target }) {
      forget()
      chosenAt = isInGrid(target) ? now() : null
    },
    chose,
    acted() {
      chosenAt = null
    },
    onRead: () => later(give),
  }
}

/** Without the keys that were pressed before something else is chosen. */
function fromNextMove(held: readonly Held[]): readonly Held[] {
  const at = held.findIndex(({ event }) => needsListOnly(event))
  return at < 0 ? [] : held.slice(at)
}

const takesKey = ({ target }: KeyboardEvent, press: string): boolean =>
  takesText(target) || isInMenu(target) || actsItself(target, press)

const isInGrid = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role="grid"]') !== null

const listActAt = (event: KeyboardEvent): ListAct | undefined =>
  isInGrid(event.target) ? listActOf(event) : undefined

/** Moves and selections of a list need not wait for what is chosen in it; what opens or confirms does. */
const needsListOnly = (event: KeyboardEvent): boolean => {
  const act = listActAt(event)
  return act !== undefined && act.kind !== 'open'
}

/** A key that came back reaches a field as text, as it would have. */
function typeInto(target: Element, { key }: KeyboardEvent): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
  if (key.length !== 1 || !takesText(target)) return
  target.setRangeText(key, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end')
  target.dispatchEvent(new InputEvent('input', { bubbles: true, data: key, inputType: 'insertText' }))
}
