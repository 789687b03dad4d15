import common from './locales/en/common.json'
import shell from './locales/en/shell.json'
import verbs from './locales/en/verbs.json'
import states from './locales/en/states.json'
import today from './locales/en/today.json'
import drafting from './locales/en/drafting.json'
import incoming from './locales/en/incoming.json'
import signing from './locales/en/signing.json'
import issuing from './locales/en/issuing.json'
import delivery from './locales/en/delivery.json'
import outbox from './locales/en/outbox.json'
import records from './locales/en/records.json'
import rooms from './locales/en/rooms.json'
import registers from './locales/en/registers.json'
import former from './locales/en/former.json'
import registering from './locales/en/registering.json'
import boards from './locales/en/boards.json'
import directory from './locales/en/directory.json'
import administration from './locales/en/administration.json'
import law from './locales/en/law.json'
import practice from './locales/en/practice.json'
import settings from './locales/en/settings.json'
import search from './locales/en/search.json'
import delegation from './locales/en/delegation.json'
import tasks from './locales/en/tasks.json'
import errors from './locales/en/errors.json'
import acts from './locales/en/acts.json'
import accesses from './locales/en/accesses.json'
import custody from './locales/en/custody.json'
import amending from './locales/en/amending.json'
import concluding from './locales/en/concluding.json'
import series from './locales/en/series.json'
import meetings from './locales/en/meetings.json'
import notes from './locales/en/notes.json'
import schedule from './locales/en/schedule.json'
import ballots from './locales/en/ballots.json'

export const en = {
  common,
  shell,
  verbs,
  states,
  today,
  drafting,
  incoming,
  signing,
  issuing,
  delivery,
  outbox,
  records,
  rooms,
  registers,
  former,
  registering,
  boards,
  directory,
  administration,
  law,
  practice,
  settings,
  search,
  delegation,
  tasks,
  errors,
  acts,
  accesses,
  custody,
  amending,
  concluding,
  series,
  meetings,
  notes,
  schedule,
  ballots,
}
