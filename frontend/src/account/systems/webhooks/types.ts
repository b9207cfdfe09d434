import type { Scope } from '@/api/integrators'
import type { ChangeType } from '@/api/webhooks'

/** What an address can hear of, and the scope that its system needs for it. */
export const TYPES: readonly (readonly [ChangeType, Scope])[] = [
  ['booking.created', 'bookings:read'],
  ['booking.moved', 'bookings:read'],
  ['booking.cancelled', 'bookings:read'],
  ['booking.corrected', 'bookings:read'],
  ['booking.arrived', 'bookings:read'],
  ['booking.arrivalUndone', 'bookings:read'],
  ['booking.siteChanged', 'bookings:read'],
  ['visit.recorded', 'visits:read'],
  ['visit.corrected', 'visits:read'],
  ['visit.takenBack', 'visits:read'],
  ['session.planned', 'slots:read'],
  ['session.confirmed', 'slots:read'],
  ['session.unconfirmed', 'slots:read'],
  ['session.moved', 'slots:read'],
  ['session.cancelled', 'slots:read'],
  ['session.reinstated', 'slots:read'],
  ['session.held', 'slots:read'],
  ['session.absent', 'slots:read'],
  ['permanence.changed', 'slots:read'],
  ['site.closuresChanged', 'slots:read'],
  ['ticket.called', 'queue:read'],
]
