import type { Booking } from '@/api'
import type { SlotContext } from './holding'

/** A booking's house and procedure, as a slot is kept for. Contact was settled when it was booked. */
export function contextOf({ site, procedure, documents, note }: Booking): SlotContext {
  return { site: { id: site.id, name: site.name, zone: site.zone, contactRequired: false, phone: site.phone }, procedure: { ...procedure, documents, note } }
}
