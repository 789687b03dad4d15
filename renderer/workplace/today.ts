import { useEffect, useState } from 'react'
import { instantFrom, localDateOf, type Instant, type LocalDate } from '#shared/kernel/instant.ts'

const MINUTE_MS = 60_000

/** The day at the agency; changes over midnight while the window stays open. */
export function useToday(): LocalDate {
  const [today, setToday] = useState(currentDay)
  useEffect(() => {
    const tick = setInterval(() => setToday(currentDay()), MINUTE_MS)
    return () => clearInterval(tick)
  }, [])
  return today
}

/** The present moment, to the minute. */
export function useNow(): Instant {
  const [now, setNow] = useState(currentMoment)
  useEffect(() => {
    const tick = setInterval(() => setNow(currentMoment()), MINUTE_MS)
    return () => clearInterval(tick)
  }, [])
  return now
}

const currentMoment = (): Instant => instantFrom(Date.now())
const currentDay = (): LocalDate => localDateOf(instantFrom(Date.now()))
