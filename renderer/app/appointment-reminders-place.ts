import { lazy } from 'react'

// Reading a calendar is no part of a start.
export const AppointmentReminders = lazy(async () => {
  const { AppointmentReminders: lines } = await import('./appointment-reminders.tsx')
  return { default: lines }
})
