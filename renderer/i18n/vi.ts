import common from './locales/vi/common.json'
import shell from './locales/vi/shell.json'
import verbs from './locales/vi/verbs.json'
import states from './locales/vi/states.json'
import today from './locales/vi/today.json'
import drafting from './locales/vi/drafting.json'
import incoming from './locales/vi/incoming.json'
import signing from './locales/vi/signing.json'
import issuing from './locales/vi/issuing.json'
import delivery from './locales/vi/delivery.json'
import outbox from './locales/vi/outbox.json'
import records from './locales/vi/records.json'
import rooms from './locales/vi/rooms.json'
import registers from './locales/vi/registers.json'
import former from './locales/vi/former.json'
import registering from './locales/vi/registering.json'
import boards from './locales/vi/boards.json'
import directory from './locales/vi/directory.json'
import administration from './locales/vi/administration.json'
import law from './locales/vi/law.json'
import practice from './locales/vi/practice.json'
import settings from './locales/vi/settings.json'
import search from './locales/vi/search.json'
import delegation from './locales/vi/delegation.json'
import tasks from './locales/vi/tasks.json'
import errors from './locales/vi/errors.json'
import acts from './locales/vi/acts.json'
import accesses from './locales/vi/accesses.json'
import custody from './locales/vi/custody.json'
import amending from './locales/vi/amending.json'
import concluding from './locales/vi/concluding.json'
import series from './locales/vi/series.json'
import meetings from './locales/vi/meetings.json'
import notes from './locales/vi/notes.json'
import schedule from './locales/vi/schedule.json'
import ballots from './locales/vi/ballots.json'

export const vi = {
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
