import { z } from 'zod'
import { officeHours } from '../calendar/vietnam-calendar.ts'
import { documentKinds } from '../documents/document.ts'
import { NO_OWN_LIMITS } from '../law/limits.ts'

const day = z.iso.date()
const minute = z.int().min(0).max(1440)
/** Minutes an act may take at most; null: the law alone says. */
const minutes = z.int().min(15).max(1440).nullable()
const ownLimit = z.strictObject({ normal: minutes, marked: minutes })
const workingDays = z.int().min(0).max(250)
/** A series of numbers with a book of its own each year (Decree 30 Art 15.1c). Without kinds it takes what no other takes. */
const series = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().trim().min(1).max(200),
  direction: z.enum(['outgoing', 'incoming']),
  kinds: z.array(z.string().min(1).max(100)).max(60),
})

/** The way documents go out (luồng xử lý văn bản đi). Empty lists mean all kinds, all units. */
const flow = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  kinds: z.array(z.enum(documentKinds)).max(60),
  /** Drafting units. */
  units: z.array(z.string().min(1).max(64)).max(500),
  /** The post that checks the form before the signature (Decree 30 Art 12.2); null: nobody is asked to. */
  checker: z.string().min(1).max(64).nullable(),
  /** The post that is proposed as signer; null: as the directory has it. */
  signer: z.string().min(1).max(64).nullable(),
})

/** What an agency may set for itself; replaced whole with every version. */
export const agencySettings = z.strictObject({
  /** Days off beyond the fixed ones: those of the lunar year and bridged days, as the notice of each year has them. */
  holidays: z.array(day).max(400),
  /** Days worked in place of a bridged one. */
  makeUpDays: z.array(day).max(400),
  hours: z
    .array(z.strictObject({ from: minute, to: minute }))
    .min(1)
    .max(4),
  /** Own limits beside those of the law: office minutes for what bears no mark of urgency, minutes of the clock for what does. */
  limits: z.strictObject({ register: ownLimit, present: ownLimit, number: ownLimit, send: ownLimit }),
  /** Working days that are proposed for handling a letter (Decree 30 Art 24: as the agency's regulation has it). */
  handling: z.strictObject({
    normal: workingDays,
    urgent: workingDays,
    'very-urgent': workingDays,
    express: workingDays,
  }),
  series: z.array(series).max(60),
  /** Absent in versions from before there were flows. */
  flows: z.array(flow).max(60).optional(),
  /** Abbreviations in symbols, fixed by the head of the agency (Decree 30 Annex I II.3b); null: as in its directory record. */
  agencyAbbreviation: z.string().max(40).nullable(),
  /** By the unit's id; a unit without one keeps that of its directory record. */
  unitAbbreviations: z.record(z.string().min(1).max(64), z.string().max(40)),
})
export type AgencySettings = z.infer<typeof agencySettings>
/** A configured series of numbers. */
export type Series = AgencySettings['series'][number]
/** A configured way of documents. */
export type Flow = z.infer<typeof flow>

const USUAL_DAYS = 5

/** What holds where an agency set nothing. */
export const profileSettings: AgencySettings = {
  holidays: [],
  makeUpDays: [],
  hours: officeHours.map(({ from, to }) => ({ from, to })),
  limits: NO_OWN_LIMITS,
  handling: { normal: USUAL_DAYS, urgent: USUAL_DAYS, 'very-urgent': USUAL_DAYS, express: USUAL_DAYS },
  series: [],
  agencyAbbreviation: null,
  unitAbbreviations: {},
}
